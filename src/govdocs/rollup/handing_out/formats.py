"""How the cells of a form look: black frames, 宋体, grey for fixed heads, pale yellow to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_FACE = "宋体"
_TO_FILL = "#FFFBE6"
_HEAD = "#F2F2F2"


class Formats:
    """The formats of one workbook; cells that a unit fills in are unlocked and tinted."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.title = self._plain(bold=True, font_size=16, align="center")
        self.subtitle = self._plain(font_size=11, align="center")
        self.note = self._plain(font_size=9, text_wrap=True)
        self.head = self._framed(align="center", bg_color=_HEAD)
        self.fixed = self._framed(align="center")
        self.words = self._framed(align="left")
        self.centred = self._framed(align="center")
        self.rate = self._framed(align="center", num_format="0%")
        self.money = self._framed(
            align="right", num_format="#,##0.00", locked=False, bg_color=_TO_FILL
        )
        self.actual = self._framed(align="center", locked=False, bg_color=_TO_FILL)
        self.entry = self._framed(align="left", locked=False, bg_color=_TO_FILL)
        self.entry_centred = self._framed(
            align="center", font_size=9, locked=False, bg_color=_TO_FILL
        )

    def _plain(self, **wanted: Any) -> Any:
        return self._book.add_format(
            {"font_name": _FACE, "font_size": 10.5, "valign": "vcenter", **wanted}
        )

    def _framed(self, **wanted: Any) -> Any:
        return self._plain(border=1, text_wrap=True, **wanted)
