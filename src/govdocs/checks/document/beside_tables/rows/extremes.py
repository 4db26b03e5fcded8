"""The highest and the lowest of a column told with the row's name: 支付率最低的是丁市，仅90.6%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cell_held, cell_spot, cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT
from govdocs.prose.judgement import Cited
from govdocs.prose.words.likeness import plain_label
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import is_exact

_TOLD = re.compile(
    r"(?:(?P<head>[一-龥]{2,8}))?最(?P<end>高|低)的?(?:一?个)?(?:[市县区州乡镇地单项方指][一-龥]{0,2}?)?(?:是|为|：|:) *"
    r"(?P<name>[^，。；：、和与及\d（(]{2,20}?)[，（(:：](?:其)?(?P<again>[一-龥]{2,8}?率)?(?:仅为?|只有|只|达到?了?|为|是|高达|低至|:|：| )*$"
)
_HEADS = re.compile(r"(?P<head>[一-龥]{2,8}?率)最[高低]")


def extremes(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge rates told of the row that has most or least, by the one column of that head in one table."""
    for passage in subject.body:
        text = passage.reading.folded
        if "最高" not in text and "最低" not in text:
            continue
        for figure in passage.reading.measures:
            if figure.kind != PERCENT or not figure.exact:
                continue
            start, _ = passage.reading.layout.sentence_span(figure.sentence)
            before = text[start : figure.span[0]]
            match = _TOLD.search(before)
            heads = _HEADS.findall(before)
            if match is None or not heads:
                continue
            yield from _judge(subject, Cited.of(passage, figure), heads[-1], match)


def _judge(
    subject: DocumentSubject, cited: Cited, head: str, match: re.Match[str]
) -> Iterator[Judged]:
    name = match["name"].strip()
    found: list[tuple[Region, Row, int, Quantity]] = []
    for region in subject.regions:
        columns = [c for c in region.numeric if plain_label(region.columns[c].last).endswith(head)]
        columns += [
            c for c in region.numeric
            if c not in columns and head.endswith(plain_label(region.columns[c].last))
            and region.columns[c].last.endswith("率")
        ]  # fmt: skip
        rows = [r for r in region.rows if r.kind is RowKind.ITEM and r.label == name]
        for row in rows[:1] if len(columns) == 1 else ():
            cell = region.figure(row.index, columns[0])
            if cell is not None and is_exact(cell) and cell.kind in {PERCENT, ""}:
                found.append((region, row, columns[0], cell))
    if len(found) != 1 or cited.figure is None:
        return
    region, row, column, cell = found[0]
    others = [
        f.number for r in region.rows
        if r.kind is RowKind.ITEM and (f := region.figure(r.index, column)) is not None
    ]  # fmt: skip
    most = max(others) if match["end"] == "高" else min(others)
    held = (*cited_held(cited), *cell_held(region.cell(row.index, column)))
    if cell.interval.meets(cited.figure.interval):
        yield Judged(True, (), held)
    elif cell.number == most and len(others) > 2:
        yield Judged(
            False, (cited_spot(cited), cell_spot(region, row, column)), held, "extreme",
            {"label": cited.passage.label, "table": region.table.name, "row": row.label[:24],
             "column": region.columns[column].last[:16]},
            expected=cell.text, actual=cited.figure.text, level=Level.WARNING,
        )  # fmt: skip
