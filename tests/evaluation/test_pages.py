"""The rendered report: the contents name the pages of the headings, annex 1 is landscape with its head repeated."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

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
