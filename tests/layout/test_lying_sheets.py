"""Clause 8: attachments that lie across the sheet, and numbers that go on over them."""

from __future__ import annotations

from dataclasses import replace

from govdocs.layout import check_layout
from tests.layout.letters import (
    LETTER,
    Page,
    Written,
    changed,
    packed,
    paragraph,
    together,
    written,
)

LYING = Page(
    width=16838, height=11906, top=1588, right=2098, bottom=1474, left=1984, numbered=False
)


def with_lying_attachment(lying: Page = LYING) -> Written:
    """The letter ends its upright section under the note; what follows lies."""
    return together(changed("note", ends=Page()), lambda x: Written(x.lines, lying))(
        Written(tuple(line for line in LETTER.lines if line.key in _KEPT))
    )


_KEPT = {x.key for x in LETTER.lines} - {
    "fill", "first_rule", "copies", "middle_rule", "printer", "last_rule",
}  # fmt: skip


def codes(letter: Written) -> list[str]:
    return [f.code for f in check_layout(written(letter)).findings]


def test_a_number_in_the_footer_of_a_lying_sheet_is_not_at_its_place() -> None:
    (finding,) = check_layout(
        packed(
            "".join(paragraph(x) for x in with_lying_attachment().lines),
            replace(LYING, numbered=True),
        )
    ).findings
    assert finding.code == "L241" and finding.level.value == "必错"
    assert "短边" in finding.expected and "长边" in finding.actual


def test_a_number_in_a_frame_at_the_short_edge_is_at_its_place() -> None:
    frame = 'w:w="400" w:h="1400" w:wrap="around" w:vAnchor="margin" w:hAnchor="page" w:x="1100" w:yAlign="bottom"'
    odd, even = replace(LYING.odd, frame=frame), replace(LYING.even, frame=frame)
    page = replace(LYING, numbered=True, odd=odd, even=even)
    assert codes(with_lying_attachment(page)) == []


def test_a_frame_in_the_line_of_the_footer_is_under_the_long_side() -> None:
    frame = 'w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"'
    page = replace(LYING, numbered=True, odd=replace(LYING.odd, frame=frame))
    assert codes(with_lying_attachment(page)) == ["L241"]


def test_a_lying_sheet_with_margins_of_its_own_is_a_hint() -> None:
    page = replace(LYING, left=1134, right=1134)
    (finding,) = [
        f for f in check_layout(written(with_lying_attachment(page))).findings if f.code == "L242"
    ]
    assert finding.level.value == "提示"
    assert (finding.expected, finding.actual) == ("225×156毫米", "257毫米×156毫米")


def test_numbers_that_begin_anew_in_the_letter_itself_are_an_error() -> None:
    letter = together(changed("text4", ends=Page()), changed("note", ends=Page(first_number=1)))(
        LETTER
    )
    found = [f for f in check_layout(written(letter)).findings if f.code == "L235"]
    assert [(f.level.value, f.actual) for f in found] == [("必错", "从1重新编号")]
