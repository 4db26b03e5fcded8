"""One run of the layout rules over one finished letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from govdocs.finding import CheckResult, Finding, RuleFault, Spot
from govdocs.layout.elements.element import Letter
from govdocs.layout.elements.recognition import read_letter
from govdocs.layout.formatting.paragraph import Paragraph
from govdocs.layout.formatting.reader import read_word_file
from govdocs.layout.house_style import HouseStyle, usual_style
from govdocs.layout.rules.basis.layout_rule import Deviation, LayoutRule
from govdocs.layout.rules.registry import layout_rules
from govdocs.opening import Danger, OfficePackage, open_office_package
from govdocs.place import FilePlace, WordPlace
from govdocs.place import Path as CasePath

SHOWN = 3
"""So many places of one deviation become spots; the sentence names the paragraphs of all."""
EXCERPT = 16
_LAST = 10**9
Source: TypeAlias = Path | bytes | OfficePackage


def check_layout(source: Source, style: HouseStyle | None = None, *, name: str = "") -> CheckResult:
    """Hold a finished .docx against GB/T 9704-2012; equal deviations of a rule are one finding.

    ``source`` is a path, the file's bytes or an opened package; ``name`` is what places call it.
    Only what a 必须 clause demands and the file proves is at error level. Raises InputError where
    the file cannot be read.
    """
    return check_letter(open_letter(source, name=name), style)


def check_letter(letter: Letter, style: HouseStyle | None = None) -> CheckResult:
    """Hold an opened letter against GB/T 9704-2012, as ``check_layout`` does."""
    found: list[tuple[int, Finding]] = []
    faults: list[RuleFault] = []
    for rule, deviations in deviations_of(letter, style or usual_style(), faults):
        found += _findings(rule, deviations, letter)
    found.sort(key=lambda pair: (pair[0], pair[1].code))
    return CheckResult(tuple(finding for _, finding in found), tuple(faults))


def open_letter(source: Source, *, name: str = "") -> Letter:
    """Open a finished letter, whatever it links to or embeds, and take it apart.

    Raises InputError where the file cannot be read.
    """
    package = (
        source
        if isinstance(source, OfficePackage)
        else open_office_package(source, "docx", name=name, refuse=frozenset[Danger]())
    )
    return read_letter(read_word_file(package))


def deviations_of(
    letter: Letter, style: HouseStyle, faults: list[RuleFault]
) -> Iterator[tuple[LayoutRule, list[Deviation]]]:
    """Yield each rule with what it found; a rule that breaks goes to ``faults``, the others run."""
    for rule in layout_rules():
        if rule.code in style.off:
            continue
        try:
            found = list(rule.check(letter, style))
        except Exception as error:  # noqa: BLE001 - a bug in one rule must not silence the others
            faults.append(RuleFault.of(rule.code, error))
            continue
        yield rule, found


def _findings(
    rule: LayoutRule, deviations: list[Deviation], letter: Letter
) -> list[tuple[int, Finding]]:
    alike: dict[tuple[object, ...], list[Deviation]] = {}
    for d in deviations:
        alike.setdefault((d.variant, d.label, d.expected, d.actual, d.level), []).append(d)
    return [_finding(rule, group, letter) for group in alike.values()]


def _finding(rule: LayoutRule, group: list[Deviation], letter: Letter) -> tuple[int, Finding]:
    first = group[0]
    paragraphs: dict[int, Paragraph] = {}
    for deviation in group:
        for paragraph in deviation.paragraphs:
            paragraphs.setdefault(id(paragraph), paragraph)
    spots = [spot_of(paragraph, first.label, letter) for paragraph in paragraphs.values()]
    if not spots:
        numbers = [d.section.index + 1 for d in group if d.section is not None]
        label = (
            f"第{'、'.join(map(str, numbers))}节" if len(letter.file.sections) > 1 else "页面设置"
        )
        path: CasePath = ("paragraphs", "section", numbers[0] if numbers else 1)
        spots = [Spot(path, label, first.actual, place=FilePlace(letter.file.parts.name))]
    details = {**first.details, "label": first.label, "where": _where(list(paragraphs.values()))}
    # The page comes first, what stands in footers last.
    orders = [_LAST if p.part == "页脚" else p.order for p in paragraphs.values()]
    at = min(orders, default=0)
    finding = Finding(
        rule.code, first.level or rule.level, tuple(spots[:SHOWN]), first.variant, details,
        first.expected, first.actual,
    )  # fmt: skip
    return at, finding


def spot_of(paragraph: Paragraph, label: str, letter: Letter) -> Spot:
    """Name a paragraph as Word shows it."""
    text = paragraph.plain
    excerpt = text[:EXCERPT] + ("…" if len(text) > EXCERPT else "")
    place = WordPlace(
        letter.file.parts.name, paragraph.part, paragraph.table, paragraph.row, paragraph.column,
        None if paragraph.table is not None else paragraph.number, excerpt,
    )  # fmt: skip
    return Spot(_path(paragraph), label, excerpt, place=place)


def _path(paragraph: Paragraph) -> CasePath:
    """Name a place of a finished document as the reading of such documents does."""
    if paragraph.part == "正文" and paragraph.table is not None:
        return ("tables", paragraph.table, paragraph.row or 0, paragraph.column or 0)
    if paragraph.part == "正文" and paragraph.number is not None:
        return ("paragraphs", paragraph.number)
    return (
        "notes" if paragraph.part == "文本框" else "paragraphs",
        paragraph.part,
        paragraph.order,
    )


def _where(paragraphs: list[Paragraph]) -> str:
    if len(paragraphs) <= SHOWN:
        return ""
    numbers = [p.number for p in paragraphs if p.number is not None and p.part == "正文"]
    if len(numbers) < len(paragraphs):
        return f"（共{len(paragraphs)}处）"
    return f"（共{len(paragraphs)}段：第{_runs(numbers)}段）"


def _runs(numbers: list[int]) -> str:
    """Write numbers with runs drawn together: ``3、5—9``."""
    words: list[str] = []
    start = last = numbers[0]
    for number in [*numbers[1:], -1]:
        if number == last + 1:
            last = number
            continue
        words.append(str(start) if start == last else f"{start}—{last}")
        start = last = number
    return "、".join(words)
