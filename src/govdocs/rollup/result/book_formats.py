"""How the cells of the result workbook look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_FACE = "宋体"


class BookFormats:
    """The cell formats of the result workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.title = self._of(bold=True, font_size=14)
        self.head = self._of(
            bold=True, border=1, bg_color="#F2F2F2", align="center", text_wrap=True
        )
        self.words = self._of(border=1, text_wrap=True)
        self.line = self._of(border=1)
        self.number = self._of(border=1, align="right", num_format="0.##########")
        self.total = self._of(
            border=1, bold=True, align="right", bg_color="#E8F0FE", num_format="0.##########"
        )
        self.total_words = self._of(border=1, bold=True, bg_color="#E8F0FE", text_wrap=True)
        self.note = self._of(font_size=9, font_color="#555555", text_wrap=False)

    def _of(self, **wanted: Any) -> Any:
        return self._book.add_format(
            {"font_name": _FACE, "font_size": 10, "valign": "vcenter", **wanted}
        )
