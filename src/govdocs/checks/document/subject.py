"""What a rule over a finished document looks at: the document, its prose as passages, its tables as regions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from govdocs.checks.document.scores.indicator_tree import Indicator, indicators_of
from govdocs.checks.document.scores.score_book import ScoreTable, score_tables
from govdocs.model.interval import Interval
from govdocs.place import Path
from govdocs.prose.explained import Amounts, amounts_of
from govdocs.prose.facts.ledger import Ledger, build_ledger
from govdocs.prose.passage import Passage
from govdocs.prose.told import Story
from govdocs.reading import FinishedDocument, Paragraph, Table
from govdocs.reading.outline import is_contents_line
from govdocs.reading.tables import Region, regions_of

_Gathered = TypeVar("_Gathered")
_YEAR = re.compile(r"(20\d{2}) ?年")
_RULE_TEXT = re.compile(r"标准|解释|公式|要点|细则|说明$|依据|内容$")
_TARGETS = re.compile(r"目标(?!.*(?:完成|实现|达成|情况))|计划|下一步|建议")
_ONE_QUESTION = re.compile(r"本题|该题|此题|答题数")
_NOTE = re.compile(r"(?:注|备注|说明) *[:：]")
SHORTEST = 8
"""A cell with fewer characters is a name or a figure, not a sentence."""


@dataclass(frozen=True)
class DocumentSubject:
    """One finished document under check; rules read it and change nothing."""

    document: FinishedDocument

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs of the body, the sentences in cells and the notes, in this order."""
        return (*self.body, *self._cells(), *self._notes())

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The paragraphs outside tables in their order."""
        return tuple(self._body())

    def _body(self) -> Iterator[Passage]:
        paragraphs = self.document.paragraphs
        for at, paragraph in enumerate(paragraphs):
            if is_contents_line(paragraph.text):
                continue  # its figures are pages
            yield Passage(
                paragraph.text, paragraph.path, label_of(paragraph),
                headings=paragraph.headings, below=_below(paragraphs, at),
            )  # fmt: skip

    def _cells(self) -> Iterator[Passage]:
        for table in self.document.tables:
            skipped = {
                column.index
                for region in self.regions_of(table)
                for column in region.columns
                if _RULE_TEXT.search(column.last)
            }
            for cell in table.cells():
                if cell.column in skipped or len(cell.text) < SHORTEST:
                    continue
                for paragraph in cell.paragraphs:
                    if len(paragraph.text) >= SHORTEST and re.search(
                        r"[\d一二三四五六七八九十]", paragraph.text
                    ):
                        label = f"{table.name}第{cell.row + 1}行"
                        yield Passage(
                            paragraph.text, paragraph.path, label, headings=(*table.headings, label)
                        )

    def _notes(self) -> Iterator[Passage]:
        for note in self.document.notes:
            if note.part in {"脚注", "文本框"}:
                yield Passage(note.text, note.path, label_of(note))

    @cached_property
    def year(self) -> int | None:
        """The year that the title speaks of, else the one that the text names most often."""
        named = _YEAR.search(self.document.title.replace(" ", ""))
        if named is not None:
            return int(named[1])
        years = [int(m[1]) for p in self.document.paragraphs for m in _YEAR.finditer(p.text)]
        return max(sorted(set(years)), key=years.count) if years else None

    @cached_property
    def ledger(self) -> Ledger:
        """The bound figures of the prose; a paragraph without a year tells of the document's.

        What a section on targets states is no fact, nor are the answers to one question of a survey,
        nor what stands in torn lines.
        """
        torn = {paragraph.path for paragraph in self.document.paragraphs if paragraph.torn}
        facts = [
            passage
            for passage in self.passages
            if passage.path not in torn
            and not (passage.headings and _TARGETS.search(passage.headings[-1]))
            and not _ONE_QUESTION.search(passage.text)
        ]
        return build_ledger(facts, self.year)

    @cached_property
    def story(self) -> Story:
        """The figures of the paragraphs in their order."""
        return Story(self.passages)

    @cached_property
    def amounts(self) -> Amounts:
        """Every amount that prose or a table states, in base units."""
        return amounts_of(self.passages, self._amounts_in_cells())

    def _amounts_in_cells(self) -> Iterator[tuple[str, Interval]]:
        for region in self.regions:
            for row in region.body:
                for column in region.numeric:
                    figure = region.figure(row, column)
                    unit = (figure.unit if figure else None) or region.columns[column].unit
                    if figure is not None and unit is not None:
                        yield unit.kind, figure.interval.scaled(unit.factor)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions of all tables in their order."""
        return tuple(region for table in self.document.tables for region in self.regions_of(table))

    def regions_of(self, table: Table) -> tuple[Region, ...]:
        """The regions of one table, found once."""
        return self._regions[table.path]

    @cached_property
    def _regions(self) -> dict[Path, tuple[Region, ...]]:
        return {table.path: regions_of(table) for table in self.document.tables}

    def once(self, gather: Callable[[DocumentSubject], _Gathered]) -> _Gathered:
        """What ``gather`` makes of this document; made once, however many rules ask for it."""
        if gather not in self._gathered:
            self._gathered[gather] = gather(self)
        found: _Gathered = self._gathered[gather]
        return found

    @cached_property
    def _gathered(self) -> dict[object, Any]:
        return {}

    def notes_of(self, table: Table) -> tuple[str, ...]:
        """What notes right beneath a table, or in its last rows, say after 注：, statement by statement."""
        words: list[str] = []
        at = self.order.get(table.path)
        if at is not None:
            for block in self.document.blocks[at + 1 : at + 3]:
                words += [block.text] if isinstance(block, Paragraph) else []
        for row in table.rows[-2:]:
            words += [cell.text for cell in {id(c): c for c in row if c is not None}.values()]
        noted = [w.strip() for w in words if _NOTE.match(w.strip())]
        return tuple(
            re.sub(r"^(?:注|备注|说明|\d)+[:：.、]?", "", one).strip()
            for note in noted
            for one in re.split(r"[。；;，,\n]", note)
            if one.strip()
        )

    @cached_property
    def score_tables(self) -> tuple[ScoreTable, ...]:
        """The tables that score indicators."""
        return score_tables(self.regions)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The scored indicators by name."""
        return indicators_of(self.score_tables)

    @cached_property
    def order(self) -> dict[Path, int]:
        """The place of every block in the document by its path, notes behind all."""
        return {block.path: at for at, block in enumerate(self.document.blocks)}


def label_of(paragraph: Paragraph) -> str:
    """What a reader calls a paragraph: the section it stands in."""
    if paragraph.part != "正文":
        return paragraph.part
    if paragraph.level:
        return f"标题“{shortened(paragraph.full)}”"
    if paragraph.headings:
        return f"“{shortened(paragraph.headings[-1])}”部分"
    return "正文开头"


def shortened(text: str) -> str:
    """A heading or sentence as a finding names it: its first words where it is long."""
    words = text.strip()
    return words if len(words) <= 24 else f"{words[:22]}……"


def _below(paragraphs: tuple[Paragraph, ...], at: int) -> int:
    """How many subsections follow right after a paragraph of text."""
    if paragraphs[at].level or at + 1 >= len(paragraphs) or not paragraphs[at + 1].level:
        return 0
    level = paragraphs[at + 1].level
    if len(paragraphs[at + 1].headings) != len(paragraphs[at].headings):
        return 0
    count = 0
    for paragraph in paragraphs[at + 1 :]:
        if paragraph.level and paragraph.level < level:
            break
        count += paragraph.level == level
    return count
