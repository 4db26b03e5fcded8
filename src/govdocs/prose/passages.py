"""The paragraphs of a case as passages: letter, goals, goal statements, reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govdocs.model.case import Case
from govdocs.model.letter import Section
from govdocs.place import Path
from govdocs.prose.passage import Passage
from govdocs.tags.text import FilledText
from govdocs.tags.values import Value


def passages_of(case: Case, prose: Mapping[Path, FilledText]) -> tuple[Passage, ...]:
    """Return every paragraph of the case's prose in the order of the paper, tags filled.

    ``prose`` holds the filled texts by path (``CaseContext.prose``); a text without tags is
    taken from the case as it stands.
    """
    return tuple(_Collector(prose).collect(case))


class _Collector:
    def __init__(self, prose: Mapping[Path, FilledText]) -> None:
        self.prose = prose

    def collect(self, case: Case) -> Iterator[Passage]:
        letter = case.letter
        if letter is not None:
            for at, text in enumerate(letter.opening):
                yield self._one(text, ("letter", "opening", at), f"公文开头第{at + 1}段")
            for at, section in enumerate(letter.sections):
                yield from self._section(section, ("letter", "sections", at), ())
            for at, text in enumerate(letter.closing):
                yield self._one(text, ("letter", "closing", at), f"公文结尾第{at + 1}段")
        for at, goal in enumerate(case.goals):
            yield self._one(goal, ("goals", at), f"附件1目标{at + 1}")
        for name, label in (("planned", "年初设定目标"), ("achieved", "全年实际完成情况")):
            stated = getattr(case.goal_statement, name)
            if stated is not None:
                yield self._one(stated, ("goal_statement", name), f"附件2“{label}”")
        for at, row in enumerate(case.indicators):
            if row.reason is not None:
                label = f"附件2“{row.reported_name or row.name}”未完成原因和措施"
                yield self._one(row.reason, ("indicators", at, "reason"), label)

    def _section(self, section: Section, path: Path, above: tuple[str, ...]) -> Iterator[Passage]:
        heading = section.heading
        headings = (*above, heading)
        last = len(section.paragraphs) - 1
        for at, text in enumerate(section.paragraphs):
            where = (*path, "paragraphs", at)
            label = f"正文“{heading.rstrip('。')}”部分第{at + 1}段"
            below = len(section.sections) if at == last else 0
            yield self._one(text, where, label, headings, below)
        for at, child in enumerate(section.sections):
            yield from self._section(child, (*path, "sections", at), headings)

    def _one(
        self, text: str, path: Path, label: str, headings: tuple[str, ...] = (), below: int = 0
    ) -> Passage:
        return passage_of(self.prose.get(path), text, path, label, headings, below)


def passage_of(
    filled: FilledText | None,
    text: str,
    path: Path,
    label: str,
    headings: tuple[str, ...] = (),
    below: int = 0,
) -> Passage:
    """Make the passage of one text: as ``filled``, or as it stands where it holds no tags."""
    if filled is None:
        return Passage(text, path, label, headings=headings, below=below)
    sources: list[tuple[int, int, Value]] = []
    at = 0
    for segment in filled.segments:
        if segment.source is not None:
            sources.append((at, at + len(segment.text), segment.source))
        at += len(segment.text)
    return Passage(filled.text, path, label, tuple(sources), headings, below)
