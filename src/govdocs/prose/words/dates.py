"""Time expressions of a sentence as periods."""

from __future__ import annotations

import re
from dataclasses import replace

from govdocs.prose.words.period import Period

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_MONTH = re.compile(r"(\d{1,2}) *月")
_DAY = re.compile(r"月 *(\d{1,2}) *日")
_RANGE = re.compile(r"\d *月? *[-~至到] *\d{1,2} *月|年? *[-~至到] *(?:19|20)\d{2}")
_HALF = re.compile(r"[上下]半年")
_COMPARED = re.compile(r"(?:较|比|与|同|相比|对比|相较于?|比照|从|由|自|基于)[ 在]*$")
_UNTIL = re.compile(r"(?:截至|截止|截止到|至|到)[ 在]*$")


def period_of(text: str, start: int, end: int) -> Period | None:
    """Read the time expression ``text[start:end]``; None where it names no year."""
    piece = text[start:end]
    year = _YEAR.search(piece)
    if year is None:
        return None
    month, day = _MONTH.search(piece), _DAY.search(piece)
    ranged = _RANGE.search(piece) or _HALF.search(piece)
    return Period(
        int(year[1]),
        int(month[1]) if month and not ranged else None,
        int(day[1]) if day and not ranged else None,
        until=_UNTIL.search(text[max(0, start - 4) : start]) is not None,
        span=piece.replace(" ", "") if ranged else "",
    )


def inside(period: Period | None, text: str, start: int, end: int) -> Period | None:
    """Read a month or day without a year as part of ``period``'s year."""
    piece = text[start:end]
    month, day = _MONTH.search(piece), _DAY.search(piece)
    if period is None or month is None or _RANGE.search(piece):
        return None
    until = _UNTIL.search(text[max(0, start - 4) : start]) is not None
    return replace(
        period, month=int(month[1]), day=int(day[1]) if day else None, until=until, span=""
    )


def is_compared(text: str, start: int) -> bool:
    """Tell whether the time at ``start`` is only what something is compared with (较2021年)."""
    return _COMPARED.search(text[max(0, start - 5) : start]) is not None
