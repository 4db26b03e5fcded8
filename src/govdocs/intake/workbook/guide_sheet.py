"""The first sheet: how to fill in the workbook, and every field with its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from govdocs.intake.kinds import title_of
from govdocs.intake.settings_names import setting_names, setting_told
from govdocs.intake.shape import LeafShape
from govdocs.intake.workbook import look
from govdocs.intake.workbook.cells_writer import fit_rows
from govdocs.intake.workbook.layout import EMPTY_MARK, GUIDE_SHEET, IGNORED_PREFIX, Kind
from govdocs.intake.workbook.plan import Sheet
from govdocs.model.kinds import FILING

ADVICE = (
    "本工作簿是一份{title}的全部数据。填好后用 govdocs check 校验，用 govdocs build 生成{papers}。",
    "表头、项目名称和工作表名称请不要改动；列的顺序可以调整，行可以插入和删除。标*的为必填项。",
    "单元格显示什么，就印出什么：金额显示98.50即印98.50；需要几位小数，请设置单元格小数位数。",
    "金额一律按“案卷”表的“金额单位”填写，不必写单位；比率要带百分号。",
    "请不要隐藏有内容的行、列和工作表，不要链接其他文件；合并单元格只限文字列的上下合并。",
    f"自己的草稿请放在名称以“{IGNORED_PREFIX}”开头的工作表中，这些表不会被读取。",
    f"“{EMPTY_MARK}”表示该项明确为空，与留空不同（留空时按说明处理）。",
)


MORE_OF_REPORTS = (
    "“所属……”一列写另一张表中那一行的名称，写法要完全一致，可从下拉列表中选。",
    "一项有几段文字的（如问题的说明、建议的内容），在下面各行接着写，这些行的其他列留空。",
    "得分、小计、得分率、等级、满意度都由程序计算，一般不填；填了的按所填印出，并与计算的数核对。",
)


def write_guide(out: Worksheet, written: Sequence[Sheet], kind: str) -> None:
    """Write advice and the list of fields."""
    papers = "公文和附件" if kind == FILING else "报告和附件"
    advice = [line.format(title=title_of(kind), papers=papers) for line in ADVICE]
    advice += () if kind == FILING else MORE_OF_REPORTS
    out.cell(1, 1, GUIDE_SHEET).font = look.TITLE
    out.row_dimensions[1].height = 30
    row = 2
    for number, line in enumerate(advice, start=1):
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
        if sheet.kind is Kind.PAIRS:
            for key, name in setting_names().items():
                told, words = setting_told(key)
                yield sheet.name, name, "", told, "、".join(words)
            continue
        fields = [(f.title, f, f.required) for group in sheet.groups for f in group.fields]
        fields += [(c.heading, c.field, c.required) for c in sheet.columns]
        for title, field, required in fields:
            choices = field.shape.choices if isinstance(field.shape, LeafShape) else ()
            yield (
                sheet.name,
                title,
                "是" if required else "",
                field.explain,
                "、".join(choices or field.usual),
            )
