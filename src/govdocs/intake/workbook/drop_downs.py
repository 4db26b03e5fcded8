"""Drop-downs and the words that appear beside a cell while it is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.shape import FieldShape, Leaf, LeafShape

_TITLE, _PROMPT = 32, 255


def guide(
    sheet: Worksheet, cells: str, field: FieldShape, example: str = "", names: str = ""
) -> None:
    """Attach the field's explanation, and its words as a drop-down, to a range of cells.

    Words that are merely usual are offered, and others can be typed; so are the names in the
    cells ``names`` of another sheet.
    """
    shape = field.shape
    choices = shape.choices if isinstance(shape, LeafShape) else ()
    offered = choices or field.usual
    listed = names or (f'"{",".join(offered)}"' if offered else None)
    rule = DataValidation(
        type="list" if listed else None, formula1=listed, allow_blank=True, showDropDown=False
    )
    rule.promptTitle = field.title[:_TITLE]
    rule.prompt = explained(field, example)[:_PROMPT]
    rule.showInputMessage = True
    rule.showErrorMessage = False
    if choices:
        rule.errorTitle = "不在可选范围内"
        rule.error = "请从下拉列表中选择：" + "、".join(choices)
        rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    rule.add(cells)


def offer(sheet: Worksheet, cells: str, title: str, told: str, words: Sequence[str]) -> None:
    """Offer words as a drop-down, where others can be typed too."""
    rule = DataValidation(
        type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showDropDown=False
    )
    rule.promptTitle, rule.prompt = title[:_TITLE], told[:_PROMPT]
    rule.showInputMessage, rule.showErrorMessage = True, False
    sheet.add_data_validation(rule)
    rule.add(cells)


def explained(field: FieldShape, example: str = "") -> str:
    """Return what is to be filled in, as a short text."""
    parts = [field.explain, example]
    if field.required:
        parts.insert(0, "必填")
    if isinstance(field.shape, LeafShape):
        if field.shape.choices:
            # An explanation that names them all need not be followed by the same list.
            if not all(word in field.explain for word in field.shape.choices):
                parts.append("可选：" + "、".join(field.shape.choices))
            parts.append(f"不填为“{field.default}”" if field.default else "")
        elif field.usual:
            parts.append("常用：" + "、".join(field.usual))
        elif field.shape.leaf is Leaf.DAY:
            parts.append("日期，如 2018-05-18")
        elif field.shape.leaf is Leaf.RATE:
            parts.append("带百分号，如 57.68%")
    return "；".join(part for part in parts if part)
