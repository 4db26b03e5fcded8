"""Sets right what the rules found, as far as formatting can, and lists every change."""

from __future__ import annotations

from dataclasses import dataclass

from govdocs.finding import Spot
from govdocs.layout.checking import Source, deviations_of, open_letter, spot_of
from govdocs.layout.elements.element import Letter
from govdocs.layout.fixing.applying import apply
from govdocs.layout.fixing.packing import packed, serialised
from govdocs.layout.fixing.twins import mend_alike, twins_of
from govdocs.layout.house_style import HouseStyle, usual_style
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.opening import Danger, OfficePackage, open_office_package
from govdocs.place import FilePlace

MOST_ROUNDS = 4
"""A corrected element may be recognised anew; more rounds than these would be a quarrel of rules."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was set right: the rule, where, what stood there and what stands there now."""

    code: str
    label: str
    before: str
    after: str
    spots: tuple[Spot, ...]


def fix_layout(
    source: Source, style: HouseStyle | None = None, *, name: str = ""
) -> tuple[bytes, list[Change]]:
    """Return a corrected copy of a finished .docx and the list of what was changed.

    Only formatting is touched, where the rule names one right value; every run keeps its text.
    Fixing the copy again changes nothing. Raises InputError where the file cannot be read.
    """
    house = style or usual_style()
    package = _opened(source, name)
    changes: list[Change] = []
    for _ in range(MOST_ROUNDS):
        letter = open_letter(package)
        boxes = twins_of(letter.file)
        made = _round(letter, house)
        if not made:
            break
        mend_alike(boxes)
        changes += made
        parts = {n: serialised(root) for n, root in letter.file.parts.trees.items()}
        data = packed(package, parts)
        package = open_office_package(data, "docx", name=package.name, refuse=frozenset[Danger]())
    if not changes:
        return _bytes_of(source, package), []
    return data, changes


def _round(letter: Letter, house: HouseStyle) -> list[Change]:
    changes = []
    for rule, deviations in deviations_of(letter, house, []):
        for deviation in deviations:
            if deviation.remedies and all(apply(remedy) for remedy in deviation.remedies):
                changes.append(_change(rule, deviation, letter))
    return changes


def _change(rule: LayoutRule, deviation: Deviation, letter: Letter) -> Change:
    spots = tuple(spot_of(p, deviation.label, letter) for p in deviation.paragraphs)
    if not spots and deviation.section is not None:
        number = deviation.section.index + 1
        place = FilePlace(letter.file.parts.name)
        spots = (Spot(("paragraphs", "section", number), f"第{number}节", place=place),)
    return Change(rule.code, deviation.label, deviation.actual, deviation.expected, spots)


def _opened(source: Source, name: str) -> OfficePackage:
    if isinstance(source, OfficePackage):
        return source
    return open_office_package(source, "docx", name=name, refuse=frozenset[Danger]())


def _bytes_of(source: Source, package: OfficePackage) -> bytes:
    if isinstance(source, bytes):
        return source
    return packed(package, {}) if isinstance(source, OfficePackage) else source.read_bytes()
