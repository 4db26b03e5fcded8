"""What was recognised and not judged is named beside the findings; what needs the pages says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdocs.filing.layout_run import check_layouts
from govdocs.layout import check_layout, left_open, open_letter
from govdocs.reporting.problem_text import remark_texts
from tests.layout.letters import LETTER, Line, Page, added_after, changed, together, written
from tests.layout.makers.framed_letters import FRAMED
from tests.layout.makers.styled_letters import STYLED


def named(data: bytes) -> dict[str, str]:
    return {p.code: next(iter(p.details.values()), "") for p in left_open(open_letter(data))}


@pytest.mark.parametrize(
    ("name", "elements"),
    [
        ("全在文本框", "发文机关标志、发文字号、抄送机关、印发机关和印发日期"),
        ("盖章和附件框", "附件顺序号"),
        ("单格表", None),
    ],
)
def test_elements_in_boxes_are_named_since_their_distances_are_not_known(
    name: str, elements: str | None
) -> None:
    assert named(FRAMED[name]()).get("layout.open_boxes") == elements


def test_seals_are_counted() -> None:
    assert named(FRAMED["联合盖章"]())["layout.open_seals"] == "2"
    assert "layout.open_seals" not in named(STYLED["线条和浮动版记"]())


def test_every_imprint_says_that_its_side_needs_the_pages() -> None:
    assert "layout.open_last_side" in named(written(LETTER))


def test_what_is_no_letter_has_nothing_left_open() -> None:
    assert named(written(type(LETTER)((Line("only", "一段话。"),)))) == {}


def test_the_report_of_a_run_says_it_in_words(tmp_path: Path) -> None:
    file = tmp_path / "通知.docx"
    file.write_bytes(FRAMED["盖章和附件框"]())
    (checked,) = check_layouts([file])
    text = "\n".join(remark_texts(checked.report.remarks))
    assert "附件顺序号在文本框里" in text and "认出 1 个印章图片" in text
    assert "{" not in text


def blank_side(*more: Line) -> bytes:
    return written(LETTER, added_after("attached_text", Line("empty", new_page=True), *more))


def test_a_blank_side_before_a_numbered_imprint_is_told() -> None:
    assert [f.code for f in check_layout(blank_side()).findings] == ["L237"]


def test_a_blank_side_whose_section_bears_no_number_is_right() -> None:
    spoil = together(
        changed("attached_text", ends=Page()),
        added_after("attached_text", Line("empty")),
        lambda letter: type(letter)(letter.lines, Page(numbered=False)),
    )
    assert "L237" not in [f.code for f in check_layout(written(LETTER, spoil)).findings]


def test_one_break_before_the_imprint_makes_no_blank_side() -> None:
    assert check_layout(written(LETTER)).findings == ()
