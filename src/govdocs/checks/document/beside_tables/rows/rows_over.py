"""How many rows of a table reach a mark that a sentence names: 占比超过60%的医院有2家, 人数在150名以上的乡镇有4个."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from govdocs.checks.document.beside_tables.near_cells import counted_unit
from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cited_held, cited_spot, table_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.model.units import PERCENT
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.likeness import common_stretch
from govdocs.prose.words.numerals import chinese_number
from govdocs.reading.tables import Region, RowKind
from govdocs.reading.tables.figures import is_exact

_MARK = r"(?P<mark>\d+(?:\.\d+)?) *(?P<unit>[%％]|[一-龥]{1,3}?)"
_COUNT = r"(?P<count>\d{1,3}|[一二两三四五六七八九十]) *(?:个|家|所|县|市|镇|乡|户|只|项)"
_OVER = re.compile(
    rf"(?P<sign>超过|高于|大于|多于|不低于|不少于|达到|低于|不足|小于|少于|不到) *{_MARK}(?:（含）|\(含\))?的[一-龥（）、]{{0,12}}?(?:共有|共|仅有|只有|有|为|达) *{_COUNT}"
)
_ABOVE = re.compile(
    rf"(?:在|达|达到|为)? *{_MARK}(?:（含）|\(含\))?(?P<sign>及?以上|及?以下)(?:（含）|\(含\))?的[一-龥（）、]{{0,12}}?(?:共有|共|仅有|只有|有|为|达) *{_COUNT}"
)
_SIGNS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "超过": lambda a, b: a > b, "高于": lambda a, b: a > b, "大于": lambda a, b: a > b,
    "多于": lambda a, b: a > b, "不低于": lambda a, b: a >= b, "不少于": lambda a, b: a >= b,
    "达到": lambda a, b: a >= b, "低于": lambda a, b: a < b, "不足": lambda a, b: a < b,
    "小于": lambda a, b: a < b, "少于": lambda a, b: a < b, "不到": lambda a, b: a < b,
    "以上": lambda a, b: a >= b, "及以上": lambda a, b: a >= b,
    "以下": lambda a, b: a < b, "及以下": lambda a, b: a <= b,
}  # fmt: skip
_IN_BRACKETS = re.compile(r"[（(](?P<unit>[一-龥]{1,3})[)）]$")
_POINTING = re.compile(
    r"^(?:[从由据]?(?:上|下|该)?表(?:中)?(?:可见|可知|看|来看|显示)?|其中|各[一-龥]{1,3}(?=[一-龥]{2}))"
)
_NEAR = 2
"""So many paragraphs beneath its table such a sentence may stand."""
_LEAST_NAME = 2


def rows_over(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge how many rows reach a mark, by the one column that the sentence right beneath a table tells of."""
    for passage in subject.body:
        text = passage.reading.folded
        if "有" not in text and "共" not in text and "为" not in text:
            continue
        for pattern in (_OVER, _ABOVE):
            for match in pattern.finditer(text):
                yield from _judge(subject, passage, match)


def _judge(subject: DocumentSubject, passage: Passage, match: re.Match[str]) -> Iterator[Judged]:
    at = subject.order.get(passage.path)
    if at is None:
        return
    tables = {block.path for block in subject.document.blocks[max(0, at - _NEAR) : at]}
    written = match["count"].replace("两", "二")
    told = chinese_number(written) if not written.isdigit() else Decimal(written)
    lead = re.split(r"[，。；：、]", passage.reading.folded[: match.start()])[-1]
    counts: list[tuple[Region, int, Decimal]] = []
    for region in subject.regions:
        if region.table.path in tables:
            for column in region.numeric:
                if _is_meant(region, column, match["unit"], lead):
                    reached = _reached(region, column, match)
                    if reached is not None:
                        counts.append((region, column, reached))
    if told is None or not counts:
        return
    cited = Cited(passage, match.span("count"))
    if any(told == count for *_, count in counts):
        yield Judged(True, (), cited_held(cited))
    elif len(counts) == 1:
        region, column, count = counts[0]
        yield Judged(
            False, (cited_spot(cited), table_spot(region.table)), cited_held(cited), "over",
            {"label": passage.label, "table": region.table.name,
             "column": region.columns[column].last[:16], "mark": match[0][: match.start("unit") - match.start()] + match["unit"]},
            expected=str(count), actual=match["count"], level=Level.WARNING,
        )  # fmt: skip


def _is_meant(region: Region, column: int, unit: str, lead: str) -> bool:
    """Tell whether a column is of the mark's unit and, where several are, of the sentence's name."""
    head = region.columns[column]
    percent = unit in {"%", "％"}
    kinds = {f.kind for f in region.line(column) if f is not None and f.kind} or {
        head.unit.kind if head.unit else ""
    }
    if percent:
        name = _POINTING.sub("", lead).strip()
        named = len(name) >= _LEAST_NAME and (name.endswith(head.last) or head.last.endswith(name))
        return PERCENT in kinds and named
    if PERCENT in kinds or _counts_in(region, column) != unit:
        return False
    alike = [c for c in region.numeric if _counts_in(region, c) == unit]
    return len(alike) == 1 or common_stretch(head.last, lead) >= _LEAST_NAME


def _counts_in(region: Region, column: int) -> str:
    """What a column's head counts in: its unit, the word in its brackets, or what its name says."""
    head = region.columns[column]
    written = _IN_BRACKETS.search(head.full)
    if head.unit is not None:
        return head.unit.symbol
    return written["unit"] if written is not None else counted_unit(head.name)


def _reached(region: Region, column: int, match: re.Match[str]) -> Decimal | None:
    """How many items reach the mark; None where one has no plain figure."""
    items = [row for row in region.rows if row.kind is RowKind.ITEM]
    figures = [region.figure(row.index, column) for row in items]
    plain = [f for f in figures if f is not None and is_exact(f)]
    if len(plain) < len(items) or len(items) < 3:
        return None
    test = _SIGNS[match["sign"]]
    return Decimal(sum(test(f.number, Decimal(match["mark"])) for f in plain))
