"""Rows of one name: a tag that asks for the name could mean either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.errors import Problem
from govdocs.intake.raw import RawCase
from govdocs.model.any_case import AnyCase
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.place import CellPlace, LinePlace, Path, Place


def equal_names(case: AnyCase, raw: RawCase) -> Iterator[Problem]:
    """Yield a problem for each later row that has an earlier one's name.

    Indicators may share a name under different 二级指标; allocations, parts of one allocation
    and facts may not.
    """
    if isinstance(case, EvaluationCase):
        yield from _equal_in_report(case, raw)
        return
    yield from _equal([row.name for row in case.allocations], ("allocations",), raw)
    for index, row in enumerate(case.allocations):
        path: Path = ("allocations", index, "parts")
        yield from _equal([part.name for part in row.parts], path, raw)
    yield from _equal([fact.name for fact in case.facts], ("facts",), raw)
    names = [(row.level1, row.level2, row.name) for row in case.indicators]
    yield from _equal(names, ("indicators",), raw)


def _equal_in_report(case: EvaluationCase, raw: RawCase) -> Iterator[Problem]:
    yield from _equal([firm.name for firm in case.recipients], ("recipients",), raw)
    yield from _equal([fact.name for fact in case.facts], ("facts",), raw)
    yield from _equal([goal.name for goal in case.goals], ("goals",), raw)
    yield from _equal([cited.name for cited in case.citations], ("citations",), raw)
    yield from _equal([table.name for table in case.tables], ("tables",), raw)
    yield from _equal([block.name for block in case.indicators], ("indicators",), raw)
    for b, block in enumerate(case.indicators):
        names = [group.name for group in block.groups]
        yield from _equal(names, ("indicators", b, "groups"), raw)
    if case.survey is not None:
        asked = [question.name or at for at, question in enumerate(case.survey.questions)]
        yield from _equal(asked, ("survey", "questions"), raw)
    first: dict[str, Path] = {}
    for b, block in enumerate(case.indicators):
        for g, group in enumerate(block.groups):
            for i, row in enumerate(group.indicators):
                here: Path = ("indicators", b, "groups", g, "indicators", i, "name")
                if row.name in first:
                    said = _said(raw.place(first[row.name]))
                    yield Problem(
                        "intake.equal_names",
                        raw.place(here),
                        {"name": row.name, "first": said},
                        here,
                    )
                first.setdefault(row.name, here)


def _equal(names: Sequence[object], path: Path, raw: RawCase) -> Iterator[Problem]:
    first: dict[object, int] = {}
    for index, name in enumerate(names):
        if name not in first:
            first[name] = index
            continue
        here = (*path, index, "name")
        earlier = raw.place((*path, first[name], "name"))
        shown = str(name[-1]) if isinstance(name, tuple) else str(name)
        yield Problem(
            "intake.equal_names", raw.place(here), {"name": shown, "first": _said(earlier)}, here
        )


def _said(place: Place | None) -> str:
    if isinstance(place, LinePlace):
        return f"第{place.line}行"
    return f"单元格{place.cell}" if isinstance(place, CellPlace) else ""
