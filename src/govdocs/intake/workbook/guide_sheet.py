"""The first sheet: how to fill in the workbook, and every field with its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.shape import LeafShape
from govdocs.intake.workbook import look
from govdocs.intake.workbook.cells_writer import fit_rows
from govdocs.intake.workbook.layout import EMPTY_MARK, GUIDE_SHEET, IGNORED_PREFIX
from govdocs.intake.workbook.plan import Sheet

ADVICE = (
    "本工作簿是一次申报的全部数据。填好后用 govdocs check 校验，用 govdocs build 生成公文和附件。",
    "表头、项目名称和工作表名称请不要改动；列的顺序可以调整，行可以插入和删除。标*的为必填项。",
    "单元格显示什么，就印出什么：金额显示98.50即印98.50；需要几位小数，请设置单元格小数位数。",
    "金额一律按“案卷”表的“金额单位”填写，不必写单位；比率要带百分号。",
    "请不要隐藏有内容的行、列和工作表，不要链接其他文件；合并单元格只限文字列的上下合并。",
    f"自己的草稿请放在名称以“{IGNORED_PREFIX}”开头的工作表中，这些表不会被读取。",
    f"“{EMPTY_MARK}”表示该项明确为空，与留空不同（留空时按说明处理）。",
)


def write_guide(out: Worksheet, written: Sequence[Sheet]) -> None:
    """Write advice and the list of fields."""
    out.cell(1, 1, GUIDE_SHEET).font = look.TITLE
    out.row_dimensions[1].height = 30
    row = 2
    for number, line in enumerate(ADVICE, start=1):
        out.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
        cell = out.cell(row, 1, f"{number}. {line}")
        cell.font, cell.alignment = look.BODY, look.LEFT
        out.row_dimensions[row].height = 32
        row += 1
    heading_row = row + 1
    for column, (heading, width) in enumerate(
        (("工作表", 16), ("项目或表头", 24), ("必填", 7), ("填什么", 54), ("可选内容", 34)), start=1
    ):
        cell = out.cell(heading_row, column, heading)
        cell.font, cell.fill, cell.border = look.HEADING, look.HEAD_FILL, look.BORDER
        cell.alignment = look.CENTRE
        out.column_dimensions["ABCDE"[column - 1]].width = width
    row = heading_row + 1
    for line_texts in _fields(written):
        for column, text in enumerate(line_texts, start=1):
            cell = out.cell(row, column, text or None)
            cell.font, cell.border = look.BODY, look.BORDER
            cell.alignment = look.CENTRE if column == 3 else look.LEFT
        row += 1
    fit_rows(out, heading_row + 1)
    look.set_up_page(out, heading_row, landscape=False)


def _fields(written: Sequence[Sheet]) -> Iterator[tuple[str, str, str, str, str]]:
    for sheet in written:
        fields = [(f.title, f) for group in sheet.groups for f in group.fields]
        fields += [(c.heading, c.field) for c in sheet.columns]
        for title, field in fields:
            choices = field.shape.choices if isinstance(field.shape, LeafShape) else ()
            yield (
                sheet.name,
                title,
                "是" if field.required else "",
                field.explain,
                "、".join(choices or field.usual),
            )
