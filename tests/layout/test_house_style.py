"""House rules are settings: what an office writes down changes the verdict, and nothing else does."""

from __future__ import annotations

import pytest

from govdocs.errors import InputError
from govdocs.layout import check_layout, fix_layout, read_house_style, usual_style
from tests.layout.case import Case
from tests.layout.letters import CELL, LETTER, changed, every, paged, written
from tests.layout.spoils import CASES, odd

SETTINGS = (
    ('[fonts]\n"小标宋" = ["方正小标宋简体", "宋体"]', changed("title", font="宋体"), "L152"),
    ('[fonts]\n"黑体" = ["微软雅黑", "黑体"]', changed("h1", font="微软雅黑"), "L172"),
    ("[line_pitch]\nleast = 26", changed("text1", pitch=26), "L105"),
    ("[line_pitch]\nmost = 32", changed("text1", pitch=32), "L105"),
    ("[colour]\nblack_up_to = 0x60", changed("text1", colour="595959"), "L107"),
    ('[sizes]\n"标题" = [18, 20]', every(("title", "title_end"), size=18), "L152"),
    ('[sizes]\n"正文" = [15]', changed("text1", size=15, spacing=0.75, first=2 * CELL), "L104"),
    ('[sizes]\n"页码" = [12]', paged(odd=odd(size=12, right=12)), "L232"),
    ('[page]\n"天头" = 35\n"版心高" = 227', paged(top=1984), "L102"),
    ('[page]\n"订口" = 30\n"版心宽" = 154', paged(left=1701), "L102"),
    ('[page]\n"版心宽" = 160', paged(right=1247), "L103"),
    ('[page]\n"版心高" = 232', paged(bottom=1587, footer=1003), "L103"),
    ('[page]\n"页码距版心" = 10', paged(footer=1180), "L236"),
    ("[page_number]\ncentred = true", paged(odd=odd(align="center", right=0)), "L234"),
    ('[rules]\noff = ["L173"]', changed("h3", text="1、自评范围"), "L173"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "spoil", "code"), SETTINGS, ids=[s[0] for s in SETTINGS])
def test_a_setting_takes_its_finding_away(text: str, spoil: object, code: str) -> None:
    data = written(LETTER, spoil)  # type: ignore[arg-type]
    usual = {f.code for f in check_layout(data).findings}
    own = {f.code for f in check_layout(data, read_house_style(text, "本单位.toml")).findings}
    assert code in usual and own == usual - {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[page]\n"天头" = 40', "L102"),
        ('[page]\n"版心宽" = 160', "L103"),
        ('[page]\n"页码距版心" = 12', "L236"),
        ('[fonts]\n"仿宋" = ["本单位仿宋"]', "L104"),
        ("[line_pitch]\nmost = 28.5", "L105"),
    ],
)
def test_a_stricter_or_other_setting_finds_what_the_standard_lets_pass(
    text: str, code: str
) -> None:
    data = written(LETTER)
    assert check_layout(data).findings == ()
    assert code in {f.code for f in check_layout(data, read_house_style(text, "x")).findings}


def test_mending_sets_what_the_office_wants() -> None:
    style = read_house_style('[page]\n"天头" = 40\n"版心高" = 222\n[rules]\noff = ["L171"]', "x")
    data = written(LETTER, changed("text1", first=0))
    fixed, changes = fix_layout(data, style)
    assert [c.code for c in changes] == ["L102"]
    assert [f.code for f in check_layout(fixed, style).findings] == []


def test_without_settings_the_standard_holds() -> None:
    assert read_house_style("", "本单位.toml") == usual_style()


@pytest.mark.parametrize(
    "text",
    [
        '[page]\n"左边" = 3',
        '[page]\n"天头" = "多"',
        '[rules]\noff = "L101"',
        '[rules]\noff = ["版心"]',
        '[page_number]\ncentred = "是"',
        '[sizes]\n"标题" = 18',
    ],
)
def test_a_setting_that_nothing_asks_for_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_house_style(text, "本单位.toml")
    assert caught.value.problems[0].code == "layout.house_style"


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{c.what}" for c in CASES])
def test_a_rule_that_is_switched_off_is_silent(case: Case) -> None:
    style = read_house_style(f'[rules]\noff = ["{case.code}"]', "x")
    assert check_layout(written(case.letter, case.spoil), style).findings == ()
