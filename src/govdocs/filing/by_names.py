"""An evaluation report of another look against its case: figures that stand under the same names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from govdocs.checks.spots import shown
from govdocs.checks.subject import Subject
from govdocs.comparing.against.difference import Difference, Held, Sort
from govdocs.comparing.against.expected import ExpectedPaper
from govdocs.comparing.against.figures import Agreement, agreement
from govdocs.comparing.against.findings import findings_of
from govdocs.comparing.alignment.sequence import Alignment
from govdocs.comparing.naming import value_of
from govdocs.errors import InputError, Problem
from govdocs.filing.against import HeldDocument
from govdocs.filing.old_formats import open_finished
from govdocs.finding import CheckResult
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.quantity import Quantity, read_quantity
from govdocs.place import FilePlace
from govdocs.place import Path as CasePath
from govdocs.reading import FinishedDocument
from govdocs.reading_in.into_case import read_case_from
from govdocs.reading_in.placed import Placed, PlacedTree

ENOUGH = 0.5
"""Share of the document's named rows that the case must know, or it is about something else."""
LONGEST_LIST = 6
_MONEY = frozenset({"initial", "amount", "arrived", "spent", "allocated", "paid", "left"})
_SINGLE: tuple[CasePath, ...] = (
    ("total_score",), ("grade",), ("survey", "sent"), ("survey", "valid"), ("survey", "stated"),
    ("year_total", "initial"), ("year_total", "amount"), ("year_total", "spent"),
)  # fmt: skip
_BLOCK = ("weight", "score")
_ROWS: Mapping[CasePath, tuple[str, ...]] = {
    ("sources",): ("initial", "amount", "arrived", "spent"),
    ("recipients",): ("allocated", "paid"),
    ("milestones",): ("paid", "left"),
    ("goals",): ("target", "actual"),
    ("indicators",): _BLOCK,
    ("indicators", "*", "groups"): _BLOCK,
    ("indicators", "*", "groups", "*", "indicators"): ("weight", "score", "value", "defects"),
    ("survey", "questions"): ("stated", "answered"),
    ("survey", "questions", "*", "options"): ("count", "share"),
}
"""What is compared in the rows of each list, ``*`` standing for a row of the list before."""
_KEYS = ("name", "text", "by")
_TAIL = re.compile(r"[（(][\d.]+分?[）)]$|[：:]$")
_LEAD = re.compile(r"^(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]+[）)、.])")


@dataclass(slots=True)
class _Bound:
    """What was compared, and the rows of either side that the other does not name."""

    differences: list[Difference] = field(default_factory=list)
    compared: int = 0
    rows: int = 0
    only_in_document: list[str] = field(default_factory=list)
    only_in_case: list[str] = field(default_factory=list)


def hold_by_names(subject: Subject, file: Path) -> HeldDocument:
    """Hold an evaluation report that no template of ours made against its case.

    Compared are scores, weights, funds, answers and values of indicators whose row bears a name
    that is the case's own and the only one of that name; what could not be bound is told in the
    document's remarks. ``held.paper`` is empty. Raises InputError as reading does,
    ``reading_in.nothing`` where it holds no evaluation, and ``against.other_project`` (details:
    name, bound, named) where most of its names are not the case's.
    """
    opened = open_finished(file)
    document = opened.document
    bound = _bind(subject, document)
    named = bound.rows + len(bound.only_in_document)
    if not bound.compared or bound.rows < named * ENOUGH:
        details = {"name": file.name, "bound": str(bound.rows), "named": str(named)}
        raise InputError([Problem("against.other_project", FilePlace(str(file)), details)])
    remarks = (
        *document.remarks,
        *_told("against.only_in_document", bound.only_in_document),
        *_told("against.only_in_case", bound.only_in_case),
    )
    held = Held("", tuple(bound.differences), bound.compared, bound.compared)
    return HeldDocument(
        replace(document, remarks=remarks), held, CheckResult(findings_of(held, subject)),
        ExpectedPaper("", document, {}), Alignment((), (), (), (), ()), opened.data,
    )  # fmt: skip


def _told(code: str, names: list[str]) -> Iterator[Problem]:
    if names:
        listed = "、".join(f"“{name}”" for name in names[:LONGEST_LIST])
        more = "等" if len(names) > LONGEST_LIST else ""
        yield Problem(code, details={"count": str(len(names)), "names": listed + more})


def _bind(subject: Subject, document: FinishedDocument) -> _Bound:
    case = subject.derived_case
    tree = read_case_from([document]).tree
    bound = _Bound()
    if not isinstance(case, EvaluationCase):
        return bound
    unit = tree.get("money_unit")
    symbol = unit.text if isinstance(unit, Placed) else case.money_unit
    for path in _SINGLE:
        _compare(subject, bound, path, _at(tree, path), symbol)
    for kind, fields in _ROWS.items():
        theirs = list(_rows_of_tree(tree, kind))
        ours = list(_rows_of_case(case, kind))
        for key, _, node in theirs:
            same = [path for own, path in ours if own == key]
            if len(same) != 1 or sum(other == key for other, _, _ in theirs) != 1:
                if not same:
                    bound.only_in_document.append(key[-1])
                continue
            bound.rows += 1
            for name in fields:
                value = node.get(name)
                placed = value if isinstance(value, Placed) else None
                _compare(subject, bound, (*same[0], name), placed, symbol)
        known = {key for key, _, _ in theirs}
        if theirs:
            bound.only_in_case += [key[-1] for key, _ in ours if key not in known]
    return bound


def _compare(
    subject: Subject, bound: _Bound, path: CasePath, found: Placed | None, symbol: str
) -> None:
    """Compare one printed value; what was inferred, and what either side leaves blank, is passed over."""
    case = subject.derived_case
    own = None if found is None else value_of(case, path)
    if found is None or found.place is None or found.note or own is None or own == "":
        return
    expected, actual = shown(own), found.text.strip()
    if path[-1] in _MONEY:
        expected, actual = _money(expected, str(case.money_unit)), _money(actual, symbol)
    if path[-1] != "grade" and not (_figure(expected) and _figure(actual)):
        return
    bound.compared += 1
    stands = agreement(expected, actual)
    if stands is Agreement.SAME or _same_number(expected, actual):
        return
    sort = Sort.ROUNDED if stands is Agreement.ROUNDED else Sort.VALUE
    bound.differences.append(
        Difference(sort, expected, actual, found.place, path, text=path, whole=actual)
    )


def _money(text: str, symbol: str) -> str:
    quantity = read_quantity(text)
    return text if quantity is None or quantity.unit is not None else f"{text}{symbol}"


def _figure(text: str) -> Quantity | None:
    return read_quantity(unicodedata.normalize("NFKC", text))


def _same_number(expected: str, actual: str) -> bool:
    """Tell whether two figures are one, where only one of them prints its unit (400 and 400公里)."""
    one, other = _figure(expected), _figure(actual)
    if one is None or other is None or one.bound is not other.bound:
        return False
    return one.number == other.number and (one.unit is None or other.unit is None)


def _plain(name: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", name).split())
    return _TAIL.sub("", _LEAD.sub("", text)) or text


def _at(tree: Mapping[str, PlacedTree], path: CasePath) -> Placed | None:
    here: PlacedTree | None = dict(tree)
    for step in path:
        here = here.get(str(step)) if isinstance(here, dict) else None
    return here if isinstance(here, Placed) else None


_Key = tuple[str, ...]


def _rows_of_tree(
    tree: Mapping[str, PlacedTree], kind: CasePath
) -> Iterator[tuple[_Key, CasePath, dict[str, PlacedTree]]]:
    """Yield each row of a list of the papers with its names from the outermost list inwards."""
    found: list[tuple[_Key, CasePath, PlacedTree]] = [((), (), dict(tree))]
    for step in (*kind, "*"):
        inner: list[tuple[_Key, CasePath, PlacedTree]] = []
        for key, path, node in found:
            if step != "*":
                child = node.get(str(step)) if isinstance(node, dict) else None
                inner += [] if child is None else [(key, (*path, step), child)]
            elif isinstance(node, list):
                for at, row in enumerate(node):
                    name = _name_in_tree(row)
                    inner += [((*key, name), (*path, at), row)] if name else []
        found = inner
    for key, path, node in found:
        if isinstance(node, dict):
            yield key, path, node


def _name_in_tree(row: PlacedTree) -> str:
    if not isinstance(row, dict):
        return ""
    named = (row.get(name) for name in _KEYS)
    return next((_plain(n.text) for n in named if isinstance(n, Placed)), "")


def _rows_of_case(case: EvaluationCase, kind: CasePath) -> Iterator[tuple[_Key, CasePath]]:
    found: list[tuple[_Key, CasePath]] = [((), ())]
    for step in (*kind, "*"):
        if step != "*":
            found = [(key, (*path, step)) for key, path in found]
            continue
        inner: list[tuple[_Key, CasePath]] = []
        for key, path in found:
            for at, row in enumerate(value_of(case, path) or ()):
                name = next((v for n in _KEYS if (v := getattr(row, n, None)) is not None), "")
                printed = shown(name) if isinstance(name, date) else str(name)
                inner.append(((*key, _plain(printed)), (*path, at)))
        found = inner
    yield from found
