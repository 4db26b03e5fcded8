"""The prose of two published documents, read where it lies beside the repository: what is found, what is left alone.

The truth is an audit by hand. Only errors that prose alone can show are counted here; those that
need a table are the table rules' matter. Nothing of the documents stands in this repository.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from govdocs.prose import Passage
from tests.prose.judging import judge

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
LETTER = SEEDS / "000_7b5d8b2c9c07df68.txt"
REPORT = SEEDS / "001_2769f889047faeda.txt"

HEADING = re.compile(r"[一二三四五六七]、|（[一二三四五六七]）|\d\.|表 ?\d")
BARE_HEADING = re.compile(r"(?:[一二三四五六七]、|（[一二三四五六七]）|\d\.)[^。，]{2,24}")
TABLE = re.compile(r"序号 企业|二级指标 三级指标|权重 得分 得分率")


def lines_of(path: Path, first: int, last: int) -> list[str]:
    if not path.exists():
        pytest.skip(f"the document {path.name} does not lie beside the repository")
    lines = path.read_text("utf-8").split("\n")[first:last]
    return [line.strip() for line in lines if line.strip()]


def unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of a text that was broken at a fixed width; tables are left out."""
    paragraphs: list[str] = []
    current = ""
    last = ""
    for line in lines:
        if BARE_HEADING.fullmatch(current):
            paragraphs.append(current)
            current = ""
        if HEADING.match(line) or (current.endswith("。") and len(last) < 26):
            paragraphs.append(current)
            current = ""
        current, last = current + line, line
    return [p for p in [*paragraphs, current] if p and not TABLE.search(p)]


def slips_in(paragraphs: list[str], year: int | None = None) -> set[tuple[str, str]]:
    return {(j.name, j.actual) for j in judge(*paragraphs, year=year) if not j.holds}


def test_the_letter_has_its_wording_slips_and_no_figure_is_called_wrong():
    names = {name for name, _ in slips_in(lines_of(LETTER, 10, 71), 2017)}
    assert names == {"nothing_grows", "cut_off", "misplaced"}


def test_the_sums_and_shares_of_the_letter_are_judged_true():
    held = {j.name for j in judge(*lines_of(LETTER, 10, 71), year=2017) if j.holds}
    assert {"listed", "among", "each", "part", "integer"} <= held


TRUTH = {
    "S1-013 paid and left": ("leftover", "196.7"),
    "S1-025 part above whole": ("part", "3.6"),
    "S1-029 unit of one comparison": ("mixed", "4.74"),
    "S1-034 same total, two values": ("cut", ""),
    "S1-035 growth": ("growth", "10.49"),
    "S1-036 share": ("share", "44.01"),
    "S1-040 points": ("points", "9.29"),
    "S1-041 growth over three years": ("growth", "12.19"),
    "S1-048 same count, two values": ("same", ""),
    "S1-225 year": ("year", "222"),
    "S1-226 enumeration": ("mistyped", ""),
    "S1-228 two frames": ("frames", ""),
}


def test_the_report_s_errors_that_prose_can_show_are_found_and_nothing_else():
    found = slips_in(unwrapped(lines_of(REPORT, 0, 809)))
    missed = {
        row
        for row, (name, text) in TRUTH.items()
        if not any(n == name and text in actual for n, actual in found)
    }
    false = {
        (name, actual)
        for name, actual in found
        if not any(n == name and text in actual for n, text in TRUTH.values())
    }
    assert missed == set()
    assert false == set()


def test_reading_a_whole_report_reads_every_figure_once():
    paragraphs = unwrapped(lines_of(REPORT, 0, 809))
    for number, text in enumerate(paragraphs):
        spans = [f.span for f in Passage(text, (number,), "").reading.figures]
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
