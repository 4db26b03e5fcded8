from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from govdocs.finding import CheckResult
from govdocs.reporting.report import Report
from govdocs.reporting.terminal import reports_text, write_reports
from govdocs.reporting.wrapping import wrapped

from . import samples

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
REPORTS = [samples.REPORT, samples.CLEAN, samples.BROKEN]


def on_screen(width: int, reports: list[Report] = REPORTS, **options: bool) -> str:
    file = StringIO()
    console = Console(
        file=file, force_terminal=True, width=width, color_system="standard", legacy_windows=False
    )
    write_reports(console, reports, samples.RULES, **options)
    return file.getvalue()


def columns(line: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in line
    )


def test_a_pipe_gets_bare_lines() -> None:
    file = StringIO()
    write_reports(Console(file=file, width=40), REPORTS, samples.RULES)
    text = file.getvalue()
    assert text == reports_text(REPORTS, samples.RULES)
    assert "\x1b" not in text
    assert not re.search("[\u2500-\u259f]", text)
    assert "  算式 16573.08÷17385×100%＝95.33%" in text
    assert "data/2017-hunan.yaml 第23行第50列  execution.total.rate" in text


def test_a_terminal_gets_the_same_words_in_colour() -> None:
    screen = on_screen(100)
    assert "\x1b[1;31m" in screen
    bare = re.sub(r"\s", "", ESCAPE.sub("", screen))
    assert bare == re.sub(r"\s", "", reports_text(REPORTS, samples.RULES))


def test_markup_in_the_data_is_text() -> None:
    screen = ESCAPE.sub("", on_screen(100))
    assert "[red]指标[/red]" in screen
    assert "1＋1＝[/]3" in screen


@pytest.mark.parametrize("width", [24, 40, 59, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = ESCAPE.sub("", on_screen(width)).split("\n")
    assert max(columns(line) for line in lines) <= min(width, 100)


def test_findings_are_grouped_by_level_then_paper() -> None:
    text = reports_text([samples.REPORT], samples.RULES)
    heads = [line for line in text.split("\n") if line and not line.startswith(" ")]
    assert heads[1:9] == [
        "必错 2 条", "附件2", "疑似 1 条", "公文", "提示 2 条", "案卷", "附件1", "已说明 1 条",
    ]  # fmt: skip


def test_rows_with_the_same_root_stand_beneath() -> None:
    text = reports_text([samples.REPORT], samples.RULES)
    assert (
        "      其中 F101 执行率印作 96%，应为 95%\n          位置 附件2“中央补助”执行率：96%"
        in text
    )


def test_places_that_the_rows_name_are_not_said_twice() -> None:
    rate = replace(samples.RATE, below=(), hint="")
    head = replace(rate, spots=rate.spots[:1], below=(rate,))
    text = reports_text([Report("a", CheckResult((head,)))], samples.RULES)
    assert text.count("位置 附件2“年度资金总额”执行率：96%") == 1


def test_an_accepted_finding_is_one_line_with_reason_person_and_date() -> None:
    text = reports_text([samples.REPORT], samples.RULES)
    assert "F203 附件1第14行指标名称：已报送文件如此，下年更正（张三，2018-05-18）" in text
    assert text.count("带动技术进口额") == 0


def test_the_advice_of_a_rule_is_said_once() -> None:
    twice = Report("a", CheckResult((samples.RATE, samples.RATE)))
    assert reports_text([twice], samples.RULES).count("办法") == 1


def test_quiet_leaves_the_counts() -> None:
    assert reports_text(REPORTS, samples.RULES, quiet=True).split("\n") == [
        "data/2017-hunan.yaml：待处理 5 条：必错 2，疑似 1，提示 2；已说明 1 条。",
        "干净.yaml：没有待处理的问题。",
        "坏.yaml：没有待处理的问题；1 条规则运行中断。",
        "共 3 个对象，待处理 5 条：必错 2，疑似 1，提示 2；已说明 1 条；1 条规则运行中断。",
        "",
    ]


def test_long_quotations_are_cut_on_the_screen_and_say_so() -> None:
    text = reports_text([samples.REPORT], samples.RULES)
    assert "……（共 607 字）" in text


def test_the_unchecked_figures_are_named() -> None:
    assert "未受检 公文第0段“0个”；" in reports_text([samples.REPORT], samples.RULES)


@pytest.mark.parametrize("width", range(10, 40))
def test_a_figure_is_never_broken_nor_a_stop_set_first(width: int) -> None:
    text = "执行数16573.08万元，预算数17385万元（见附件2）。结转1704.08万元，执行率96%。"
    rows = wrapped(text, width)
    assert "".join(rows) == text
    assert all(columns(row) <= width for row in rows)
    for figure in ("16573.08", "17385", "1704.08", "96%"):
        assert any(figure in row for row in rows)
    assert not any(row[0] in "，。）" for row in rows)
    assert not any(row.endswith("（") for row in rows)


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrapped("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]
    assert wrapped("", 10) == [""]
