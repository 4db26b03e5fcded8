"""Holds a finished letter against GB/T 9704-2012, clause by clause, and mends its formatting."""

from govdocs.layout.checking import check_layout, check_letter, open_letter
from govdocs.layout.fixing.fix import Change, fix_layout
from govdocs.layout.house_style import HouseStyle, read_house_style, usual_style
from govdocs.layout.left_open import left_open
from govdocs.layout.rules.basis.layout_rule import LayoutRule
from govdocs.layout.rules.registry import layout_rule_of, layout_rules

__all__ = [
    "Change",
    "HouseStyle",
    "LayoutRule",
    "check_layout",
    "check_letter",
    "fix_layout",
    "layout_rule_of",
    "layout_rules",
    "left_open",
    "open_letter",
    "read_house_style",
    "usual_style",
]
