"""The findings of a roll-up: their codes and how sure they are."""

from __future__ import annotations

from govdocs.finding import Level

FAR_OUT = "F701"
PART_ABOVE_WHOLE = "F702"
TOTAL_NOT_PARTS = "F703"
STATED_ABOVE_UNITS = "F704"
TARGETS_NOT_SPLIT = "F705"
RATE_NOT_MONEY = "F706"
FUND_NOT_UNITS = "F707"

LEVELS = {
    FAR_OUT: Level.WARNING,
    PART_ABOVE_WHOLE: Level.ERROR,
    TOTAL_NOT_PARTS: Level.ERROR,
    STATED_ABOVE_UNITS: Level.ERROR,
    TARGETS_NOT_SPLIT: Level.WARNING,
    RATE_NOT_MONEY: Level.WARNING,
    FUND_NOT_UNITS: Level.ERROR,
}
