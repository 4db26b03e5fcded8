"""Differences as findings: in the document first, in the case second."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Difference, Held, Sort
from govdocs.comparing.against.rules import RULE_OF
from govdocs.comparing.naming import name_of, value_of
from govdocs.finding import Finding, Spot
from govdocs.place import Path

LONGEST = 60
_TAKEN_OVER: dict[Path, Path] = {
    ("fund", "declared_name"): ("fund", "name"),
    ("fund", "implementing_unit"): ("fund", "line_department"),
}
"""Fields that print another one where they are left out."""
_ROWS = frozenset({Sort.ROW_GONE, Sort.ROW_ADDED, Sort.TEXT_GONE, Sort.TEXT_ADDED, Sort.MOVED})


def findings_of(held: Held, subject: Subject) -> tuple[Finding, ...]:
    """Make a finding of every difference, in the order of the document."""
    return tuple(_finding(difference, subject) for difference in held.differences)


def findings_between(held: Held) -> tuple[Finding, ...]:
    """Make a finding of every difference between two documents; only the latter's place is told."""
    return tuple(_between(difference) for difference in held.differences)


def _between(difference: Difference) -> Finding:
    rule = RULE_OF[difference.sort]
    shown = difference.whole if difference.span is None else difference.actual
    here = Spot((), difference.label, shown, difference.span, difference.place)
    whole_row = difference.sort in _ROWS
    details = {"what": difference.label or "此处", "label": short(difference.label)}
    expected = "" if whole_row else short(difference.expected) or "空白"
    actual = "" if whole_row else short(difference.actual) or "空白"
    return Finding(rule.code, rule.level, (here,), "", details, expected, actual)


def _finding(difference: Difference, subject: Subject) -> Finding:
    rule = RULE_OF[difference.sort]
    derived = difference.sort is Sort.VALUE and difference.path in subject.derived
    what = _what(difference, subject)
    shown = difference.whole if difference.span is None else difference.actual
    here = Spot(difference.path, what or difference.label, shown, difference.span, difference.place)
    whole_row = difference.sort in _ROWS
    return Finding(
        code=rule.code,
        level=rule.level,
        spots=(here, *_in_case(difference, subject)),
        variant="derived" if derived and not _copied(difference.path) else "",
        details={"what": what or difference.label or "此处", "label": short(difference.label)},
        expected="" if whole_row else short(difference.expected) or "空白",
        actual="" if whole_row else short(difference.actual) or "空白",
    )


def _copied(path: Path) -> bool:
    """Names and targets that attachment 2 takes over are the same words, not computed."""
    return path[:1] == ("indicators",)


def _what(difference: Difference, subject: Subject) -> str:
    if not difference.path:
        return ""
    return name_of(subject.derived_case, difference.path)


def _in_case(difference: Difference, subject: Subject) -> Iterator[Spot]:
    """Where the value stands in the case file; nothing for what the case does not know."""
    if not difference.path:
        return
    path = written(difference.path, subject)
    expected = difference.expected if difference.sort not in _ROWS else ""
    yield Spot(path, f"案卷：{name_of(subject.derived_case, path)}", short(expected), None,
               subject.places.find(path))  # fmt: skip


def written(path: Path, subject: Subject) -> Path:
    """The field that the user wrote: a name that attachment 2 takes over leads to attachment 1's."""
    source = {"reported_name": "name", "reported_target": "target"}.get(str(path[-1]))
    if source is not None and value_of(subject.stated, path) is None:
        return (*path[:-1], source)
    taken = _TAKEN_OVER.get(path)
    return path if taken is None or value_of(subject.stated, path) is not None else taken


def short(text: str) -> str:
    """A text in one line of a report."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
