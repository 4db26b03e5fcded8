"""The paragraphs of an evaluation report as passages: opening, sections, remarks, problems, advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.report import EvaluationProblem, Recommendation, ReportSection
from govdocs.place import Path
from govdocs.prose.passage import Passage
from govdocs.prose.passages import passage_of
from govdocs.tags.text import FilledText

OVERALL = "项目总目标"
TARGETS = frozenset({"年度绩效目标", "年度目标", OVERALL})
"""Sections that tell what was wanted: their figures are no results and bind to none."""


def report_passages(case: EvaluationCase, prose: Mapping[Path, FilledText]) -> tuple[Passage, ...]:
    """Return every paragraph of the report in the order of the paper, tags filled."""
    return tuple(_Collector(prose).collect(case))


def target_passages(case: EvaluationCase, prose: Mapping[Path, FilledText]) -> tuple[Passage, ...]:
    """Return the paragraphs that tell what was wanted: below ``TARGETS``, and 项目总目标 itself."""
    return tuple(_Collector(prose).targets(case))


class _Collector:
    def __init__(self, prose: Mapping[Path, FilledText]) -> None:
        self.prose = prose

    def targets(self, case: EvaluationCase) -> Iterator[Passage]:
        if case.overall_goal is not None:
            yield self._one(case.overall_goal, ("overall_goal",), OVERALL, (OVERALL,))
        for at, section in enumerate(case.sections):
            yield from self._targets(section, ("sections", at), ())

    def _targets(
        self, section: ReportSection, path: Path, above: tuple[str, ...]
    ) -> Iterator[Passage]:
        headings = (*above, section.heading)
        if any(heading.rstrip("。") in TARGETS for heading in headings):
            yield from self._paragraphs(section, path, headings)
        for at, child in enumerate(section.sections):
            yield from self._targets(child, (*path, "sections", at), headings)

    def collect(self, case: EvaluationCase) -> Iterator[Passage]:
        for at, text in enumerate(case.opening):
            yield self._one(text, ("opening", at), f"引言第{at + 1}段")
        for at, section in enumerate(case.sections):
            yield from self._section(section, ("sections", at), ())
        yield from self._items(case.problems, "problems", "存在的问题")
        yield from self._items(case.recommendations, "recommendations", "有关建议")
        for b, block in enumerate(case.indicators):
            for g, group in enumerate(block.groups):
                for i, row in enumerate(group.indicators):
                    if row.remark is not None:
                        path: Path = ("indicators", b, "groups", g, "indicators", i, "remark")
                        yield self._one(row.remark, path, f"附件1“{row.name}”备注")

    def _section(
        self, section: ReportSection, path: Path, above: tuple[str, ...]
    ) -> Iterator[Passage]:
        headings = (*above, section.heading)
        name = section.heading.rstrip("。")
        yield self._one(section.heading, (*path, "heading"), f"正文“{name}”标题", above)
        if name in TARGETS:
            return
        yield from self._paragraphs(section, path, headings)
        for at, child in enumerate(section.sections):
            yield from self._section(child, (*path, "sections", at), headings)

    def _paragraphs(
        self, section: ReportSection, path: Path, headings: tuple[str, ...]
    ) -> Iterator[Passage]:
        name, below = section.heading.rstrip("。"), len(section.sections)
        texts = [("paragraphs", section.paragraphs), ("after", section.after)]
        count = 0
        for field, paragraphs in texts:
            for at, text in enumerate(paragraphs):
                count += 1
                last = field == "paragraphs" and at == len(paragraphs) - 1
                label = f"正文“{name}”部分第{count}段"
                yield self._one(text, (*path, field, at), label, headings, below if last else 0)

    def _items(
        self, items: Sequence[EvaluationProblem | Recommendation], field: str, name: str
    ) -> Iterator[Passage]:
        for at, item in enumerate(items):
            for n, text in enumerate(item.paragraphs):
                label = f"{name}“{item.heading}”第{n + 1}段"
                yield self._one(text, (field, at, "paragraphs", n), label, (name, item.heading))

    def _one(
        self, text: str, path: Path, label: str, headings: tuple[str, ...] = (), below: int = 0
    ) -> Passage:
        return passage_of(self.prose.get(path), text, path, label, headings, below)
