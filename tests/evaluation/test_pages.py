"""The rendered report: the contents name the pages of the headings, annex 1 is landscape with its head repeated."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pytest

from govdocs.filing.build import build_case
from govdocs.rendering.preview import convert_to_pdf
from tests.evaluation.slips import CLEAN

pytestmark = [pytest.mark.libreoffice, pytest.mark.xdist_group("libreoffice")]


class Seen(NamedTuple):
    """One page: its text and its size in points."""

    text: str
    width: float
    height: float


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    """Each page of 报告.docx."""
    folder = tmp_path_factory.mktemp("pages")
    built = build_case(CLEAN, folder)
    (pdf,) = convert_to_pdf([built.folder / "报告.docx"], folder)
    with pdfplumber.open(pdf) as document:
        return [Seen(p.extract_text(), float(p.width), float(p.height)) for p in document.pages]


def test_each_entry_of_the_contents_names_the_page_on_which_its_heading_stands(
    pages: list[Seen],
) -> None:
    contents = pages[1].text
    entries = re.findall(
        r"^\s*((?:[一二三四五六]、|（[一二三四]）)\S+?)[.…·]+\s*(\d+)\s*$", contents, re.MULTILINE
    )
    assert len(entries) == 22
    for heading, number in entries:
        body = re.sub(r"\s", "", pages[int(number) + 1].text)
        assert heading in body, (heading, number)


def test_the_cover_and_the_contents_carry_no_number_and_the_body_begins_at_one(
    pages: list[Seen],
) -> None:
    assert not re.search(r"—\s*\d+\s*—", pages[0].text + pages[1].text)
    assert re.search(r"—\s*1\s*—", pages[2].text)


def test_annex_1_is_landscape_over_several_pages_each_with_its_head(pages: list[Seen]) -> None:
    wide = [page.text for page in pages if page.width > page.height]
    assert len(wide) >= 3
    assert all("评价标准" in text for text in wide)


def test_the_self_rating_form_is_one_page(tmp_path: Path) -> None:
    built = build_case(CLEAN, tmp_path)
    (pdf,) = convert_to_pdf([built.folder / "项目支出绩效自评表.docx"], tmp_path)
    with pdfplumber.open(pdf) as document:
        assert len(document.pages) == 1


class Number(NamedTuple):
    """A page number as it is printed: its value and its box, from the sheet held upright.

    ``side`` is the distance from the nearer of the two edges beside it, ``below`` that of its
    middle from the sheet's foot, both in millimetres; ``right`` tells at which side it stands.
    """

    value: int
    side: float
    below: float
    right: bool


def _numbers(file: Path, folder: Path) -> list[Number | None]:
    """The page number of each page; a lying sheet is turned so that its table's head is at the left."""
    (pdf,) = convert_to_pdf([file], folder)
    with pdfplumber.open(pdf) as document:
        return [_number(page) for page in document.pages]


def _number(page: Any) -> Number | None:
    lying = page.width > page.height
    mm = 25.4 / 72
    marks = [
        # Turned by 90°, the left edge of a lying sheet is the foot, its top the left edge.
        (c["text"], c["top"] * mm, c["bottom"] * mm, (c["x0"] + c["x1"]) / 2 * mm)
        if lying
        else (c["text"], c["x0"] * mm, c["x1"] * mm, (page.height - (c["top"] + c["bottom"]) / 2) * mm)
        for c in page.chars
        if c["text"] in "—0123456789" and c["upright"] != lying
    ]  # fmt: skip
    marks = sorted((m for m in marks if m[3] < 34), key=lambda m: m[1])
    text = "".join(mark[0] for mark in marks)
    found = re.fullmatch(r"—(\d+)—", text)
    if found is None:
        assert text == ""
        return None
    left, right = marks[0][1], 210 - marks[-1][2]
    return Number(int(found[1]), min(left, right), marks[0][3], right < left)


def test_the_number_of_a_lying_sheet_stands_where_those_of_the_other_pages_do(
    filed: list[Number | None], pages: list[Seen]
) -> None:
    """GB/T 9704-2012, clause 8: of a table that lies, the page number keeps its place."""
    numbered = [(n, page) for n, page in zip(filed, pages, strict=True) if n is not None]
    standing = [n for n, page in numbered if page.width < page.height]
    lying = [n for n, page in numbered if page.width > page.height]
    assert len(lying) >= 3
    assert {n.right for n in lying} == {True, False}
    for number in lying:
        assert number.right == (number.value % 2 == 1)
        like = next(n for n in standing if n.right == number.right)
        assert number.below == pytest.approx(like.below, abs=0.5)
        assert number.side == pytest.approx(like.side, abs=0.5)


def test_the_numbers_of_report_and_annexes_run_on_and_change_sides(
    filed: list[Number | None],
) -> None:
    """Clause 7.5: odd at the right, even at the left, one character in; attachments count on."""
    numbers = [n for n in filed if n is not None]
    assert filed[:2] == [None, None]
    assert [n.value for n in numbers] == list(range(1, len(filed) - 1))
    for number in numbers:
        assert number.right == (number.value % 2 == 1)
        margin = 26 if number.right else 28
        assert number.side - margin == pytest.approx(14 * 25.4 / 72, abs=0.5)
        assert 25 < number.below < 30


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> list[Number | None]:
    """The page numbers of 报告.docx."""
    folder = tmp_path_factory.mktemp("numbers")
    return _numbers(build_case(CLEAN, folder).folder / "报告.docx", folder)
