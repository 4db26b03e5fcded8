"""Which row of a form is which indicator: by defined name, checked by label; by label alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from govdocs.rollup.definition import AskedIndicator, FormDefinition
from govdocs.rollup.naming import folded
from govdocs.rollup.taking_in.form_reading import ReadRow


@dataclass(slots=True)
class RowMatch:
    """What each row is. ``renamed``, ``moved`` and ``twice`` are among ``found`` or apart from it.

    ``renamed`` rows are known by their defined name though another label stands there;
    ``inserted`` rows belong to no indicator; ``deleted`` indicators have no row.
    """

    found: dict[int, ReadRow] = field(default_factory=dict)
    renamed: dict[int, ReadRow] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    twice: list[tuple[AskedIndicator, ReadRow]] = field(default_factory=list)
    inserted: list[ReadRow] = field(default_factory=list)
    deleted: list[AskedIndicator] = field(default_factory=list)


def match_rows(
    rows: Iterable[ReadRow], definition: FormDefinition, *, trust_numbers: bool
) -> RowMatch:
    """Match the rows of a form; ``trust_numbers`` where its defined names are of this version.

    The label decides where it names an indicator; the defined name where the label is unknown.
    """
    match = RowMatch()
    by_number = {i.number: i for i in definition.indicators}
    unknown: list[ReadRow] = []
    for row in rows:
        asked = _labelled(row, definition)
        if asked is None:
            unknown.append(row)
        elif asked.number in match.found:
            match.twice.append((asked, row))
        else:
            match.found[asked.number] = row
    for row in unknown:
        anchored = by_number.get(row.number or 0) if trust_numbers else None
        if anchored is not None and anchored.number not in match.found | match.renamed:
            match.renamed[anchored.number] = row
        else:
            match.inserted.append(row)
    known = match.found | match.renamed
    match.deleted = [i for i in definition.indicators if i.number not in known]
    match.moved = _moved([number for number, _ in sorted(known.items(), key=lambda f: f[1].row)])
    return match


def _labelled(row: ReadRow, definition: FormDefinition) -> AskedIndicator | None:
    exact = definition.by_key.get((folded(row.level2), folded(row.label)))
    if exact is not None:
        return exact
    same = [i for i in definition.indicators if i.key[1] == folded(row.label)]
    return same[0] if len(same) == 1 else None


def _moved(numbers: Sequence[int]) -> set[int]:
    """The numbers outside a longest rising run: the fewest rows that must have moved."""
    tails: list[int] = []
    tail_at: list[int] = []
    before = [-1] * len(numbers)
    for i, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before[i] = tail_at[at - 1] if at else -1
        if at == len(tails):
            tails.append(number)
            tail_at.append(i)
        else:
            tails[at], tail_at[at] = number, i
    kept = set()
    here = tail_at[-1] if tail_at else -1
    while here >= 0:
        kept.add(numbers[here])
        here = before[here]
    return set(numbers) - kept
