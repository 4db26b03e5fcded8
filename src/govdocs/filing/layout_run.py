"""Finished letters held against the layout standard, and a corrected copy of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govdocs.errors import GovdocsError, InputError, Problem
from govdocs.filing.old_formats import is_old, modern
from govdocs.finding import CheckResult
from govdocs.layout import (
    HouseStyle,
    LayoutRule,
    check_letter,
    fix_layout,
    layout_rules,
    left_open,
    open_letter,
    read_house_style,
    usual_style,
)
from govdocs.place import FilePlace
from govdocs.reporting.layout_changes import changes_text
from govdocs.reporting.report import Report
from govdocs.writing.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class CheckedLayout:
    """One finished letter as the user named it, and what its layout does not keep."""

    file: Path
    result: CheckResult
    remarks: tuple[Problem, ...] = ()

    @property
    def report(self) -> Report:
        """The result under the name that the user gave the file, and what is to be said of it."""
        return Report(str(self.file), self.result, self.remarks)


def layout_rules_by_code() -> Mapping[str, LayoutRule]:
    """Return the rules of layout by code, as reports want them."""
    return {rule.code: rule for rule in layout_rules()}


def house_style_of(file: Path | None) -> HouseStyle:
    """Read an office's own settings; those of the package where None.

    Raises InputError ``layout.house_style`` (details: reason).
    """
    if file is None:
        return usual_style()
    try:
        return read_house_style(file.read_text("utf-8"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        details = {"reason": getattr(error, "strerror", None) or "不是 UTF-8 文字"}
        raise InputError([Problem("layout.house_style", FilePlace(str(file)), details)]) from None


def check_layouts(
    files: Sequence[Path], style: HouseStyle | None = None
) -> tuple[CheckedLayout, ...]:
    """Check every letter; where some cannot be read, raise InputError with the problems of all."""
    checked: list[CheckedLayout] = []
    problems: list[Problem] = []
    for file in files:
        try:
            checked.append(_checked(file, style))
        except GovdocsError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return tuple(checked)


def _checked(file: Path, style: HouseStyle | None) -> CheckedLayout:
    converted: tuple[Problem, ...] = ()
    try:
        letter = open_letter(file)
    except InputError as error:
        if not is_old(error):
            raise
        letter = open_letter(modern(file, error), name=file.name)
        converted = (Problem("layout.old_format", FilePlace(str(file))),)
    return CheckedLayout(file, check_letter(letter, style), (*converted, *left_open(letter)))


def write_fixed(
    files: Sequence[Path], out: Path | None, style: HouseStyle | None = None
) -> tuple[CheckedLayout, list[str]]:
    """Write a corrected copy of the one letter to ``out``; return what is left, and what was done.

    Raises InputError ``layout.fix_of_many`` (count), ``layout.fix_without_out`` and
    ``layout.fix_not_docx`` (name), and OutputError where ``out`` is the letter itself.
    """
    if len(files) != 1:
        raise InputError([Problem("layout.fix_of_many", details={"count": str(len(files))})])
    if out is None:
        raise InputError([Problem("layout.fix_without_out", FilePlace(str(files[0])))])
    if out.suffix.lower() != ".docx":
        details = {"name": out.name}
        raise InputError([Problem("layout.fix_not_docx", FilePlace(str(out)), details)])
    data, changes = fix_layout(files[0], style)
    write_atomically(out, data, inputs=[files[0]])
    letter = open_letter(data, name=out.name)
    left = CheckedLayout(out, check_letter(letter, style), left_open(letter))
    return left, [*changes_text(changes), f"已写入 {out}。"]
