"""How the workbook looks: fonts, fills, borders, print set-up."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

BODY_FONT = "宋体"
_INK, _HINT, _RED = "FF1F2937", "FF6B7280", "FFB91C1C"
_HEAD, _GROUP, _LABEL = "FF1E3A5F", "FFDCE6F1", "FFF3F6FA"
_LINE = Side(style="thin", color="FFBFC8D4")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

TITLE = Font(name="黑体", size=14, color=_HEAD)
ADVICE = Font(name=BODY_FONT, size=10, color=_HINT)
HEADING = Font(name=BODY_FONT, size=11, bold=True, color="FFFFFFFF")
GROUP = Font(name=BODY_FONT, size=11, bold=True, color=_HEAD)
LABEL = Font(name=BODY_FONT, size=11, color=_INK)
REQUIRED = Font(name=BODY_FONT, size=11, bold=True, color=_RED)
BODY = Font(name=BODY_FONT, size=11, color=_INK)

HEAD_FILL = PatternFill("solid", fgColor=_HEAD)
GROUP_FILL = PatternFill("solid", fgColor=_GROUP)
LABEL_FILL = PatternFill("solid", fgColor=_LABEL)

CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
TOP_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
MIDDLE = Alignment(vertical="center")
RIGHT = Alignment(horizontal="right", vertical="center")


def set_up_page(sheet: Worksheet, heading_row: int, landscape: bool) -> None:
    """A4, one page wide, headings on every page, numbered; headings stay in view."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "&A　第&P页，共&N页"
    sheet.freeze_panes = f"A{heading_row + 1}"
    sheet.sheet_view.showGridLines = False
