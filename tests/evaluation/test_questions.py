"""Questions of every kind: several ticks a form, scales of their own, skipped, in free words."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from docx import Document

from govdocs.checks.engine import run_checks
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.evaluation.survey_results import overall, question_result
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.place import dotted
from govdocs.rendering.preview import convert_to_pdf
from tests.evaluation.test_other_reports import build

CHANNELS = {"网站": 9, "短信": 6, "上门宣传": 4, "其他": 1}


def options(counts: dict[str, int]) -> list[dict[str, str]]:
    return [{"text": text, "count": str(count)} for text, count in counts.items()]


def channels(**more: Any) -> dict[str, Any]:
    """A question of several ticks; ten forms answered it."""
    own = {
        "text": "从哪里得知政策？",
        "name": "渠道",
        "multiple": "是",
        "options": options(CHANNELS),
    }
    return {**own, **more}


def asked(*questions: dict[str, Any], **survey: Any) -> dict[str, Any]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    data["survey"]["questions"] += list(questions)
    data["survey"].update(survey)
    return data


def case_of(data: dict[str, Any]) -> EvaluationCase:
    case = read_any_case(data)
    assert isinstance(case, EvaluationCase)
    return case


def found(data: dict[str, Any], *codes: str) -> list[Finding]:
    case = case_of(data)
    findings = run_checks(Subject(case, form_set_of(case))).findings
    return [f for f in findings if f.code in (codes or ("F716", "F717"))]


def result(*questions: dict[str, Any]) -> Any:
    survey = case_of(asked(*questions)).survey
    assert survey is not None
    return question_result(survey, survey.questions[-1])


def test_shares_of_several_ticks_are_of_the_forms_and_may_pass_a_hundred() -> None:
    done = result(channels())
    assert (done.answered, done.ticks) == (10, 20)
    assert [share.text for share in done.shares] == ["90.00%", "60.00%", "40.00%", "10.00%"]
    assert found(asked(channels())) == []


def test_a_stated_number_of_forms_is_the_base_of_the_shares() -> None:
    done = result(channels(answered="9"))
    assert [share.text for share in done.shares] == ["100.00%", "66.67%", "44.44%", "11.11%"]
    assert found(asked(channels(answered="9"))) == []


def test_several_ticks_take_no_part_in_the_satisfaction_unless_said() -> None:
    before = case_of(asked()).survey
    after = case_of(asked(channels())).survey
    assert before is not None
    assert after is not None
    assert overall(before) == overall(after) == 90
    said = channels(counts="是", weights=[
        {"answer": "网站", "weight": "100"}, {"answer": "短信", "weight": "50"},
        {"answer": "上门宣传", "weight": "50"}, {"answer": "其他", "weight": "0"},
    ])  # fmt: skip
    assert result(said).satisfaction == Decimal(9 * 100 + 10 * 50) / 20


def test_the_base_follows_who_went_on() -> None:
    gate = {"text": "知道吗？", "name": "知晓", "options": [
        {"text": "知道", "count": "9"}, {"text": "不知道", "count": "1", "goes_on": "否"}]}  # fmt: skip
    later = channels(asked_after="知晓")
    assert result(gate, later).answered == 9
    ticked = channels(name="申报项目")
    for option in ticked["options"][1:]:
        option["goes_on"] = "否"
    assert result(ticked, channels(asked_after="申报项目", name="其后")).answered == 9


def test_a_question_has_a_scale_of_its_own_beside_the_surveys() -> None:
    own = {
        "text": "办理速度？",
        "name": "速度",
        "counts": "是",
        "weights": [{"answer": "快", "weight": "100"}, {"answer": "慢", "weight": "30"}],
        "options": options({"快": 8, "慢": 2}),
    }
    data = asked(own)
    assert found(data) == []
    survey = case_of(data).survey
    assert survey is not None
    assert overall(survey) == (90 + 86) / Decimal(2)


def test_any_number_of_options_and_no_weights_where_nothing_counts() -> None:
    data = asked(valid="30", sent="30")
    (first,) = data["survey"]["questions"]
    first.update(counts="否", options=options({f"第{n}项": 1 for n in range(1, 31)}))
    del data["survey"]["weights"]
    assert found(data) == []


def test_free_words_need_no_counts() -> None:
    words = {"text": "有什么意见？", "open": "是"}
    assert found(asked(words)) == []
    assert found(asked({**words, "answered": "3"})) == []
    assert result(words).answered is None


def _set(at: int, count: str) -> Callable[[dict[str, Any]], None]:
    return lambda question: question["options"][at].update(count=count)


def _only(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda question: question.update(fields)


@pytest.mark.parametrize(
    ("change", "code", "variant", "place", "numbers"),
    [
        (_set(0, "11"), "F716", "option_more", "options[0].count", ("10", "11")),
        (_only(answered="8"), "F716", "option_more", "options[0].count", ("8", "9")),
        (_only(answered="11"), "F716", "more", "answered", ("10", "11")),
        (_only(options=options({"网站": 3, "短信": 2})), "F716", "unticked", "options", ("10", "5")),
        (_only(multiple="否"), "F716", "more_or_multiple", "options", ("10", "20")),
        (_only(multiple="否", options=options({"是": 7, "否": 2}), answered="8"), "F716", "answered", "answered", ("8", "9")),
        (_only(multiple="否", options=options({"是": 7, "否": 2})), "F716", "fewer", "options", ("10", "9")),
        (_only(options=[]), "F716", "empty", "options", ("", "")),
        (_only(open="是", options=[], answered="12"), "F716", "more", "answered", ("10", "12")),
        (_only(weights=[{"answer": "网站", "weight": "5"}]), "F717", "scale", "weights", ("100", "5")),
        (_only(counts="是"), "F717", "weight", "options", ("", "")),
        (lambda q: q["options"][0].update(share="45%"), "F716", "share", "options[0].share", ("90%", "45%")),
        (lambda q: q["options"][1].update(share="60.1%"), "F716", "share", "options[1].share", ("60.0%", "60.1%")),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_found_at_its_place(
    change: Callable[[dict[str, Any]], None],
    code: str,
    variant: str,
    place: str,
    numbers: tuple[str, str],
) -> None:
    question = channels()
    change(question)
    seen = {
        (f.code, f.variant, dotted(f.spots[0].path), (f.expected, f.actual))
        for f in found(asked(question))
    }
    assert (code, variant, f"survey.questions[1].{place}", numbers) in seen
    assert len(seen) == 1


def test_a_share_that_is_right_at_its_own_decimals_is_left_alone() -> None:
    question = channels()
    question["options"][0]["share"] = "90%"
    question["options"][1]["share"] = "60.0%"
    assert found(asked(question)) == []


def test_who_goes_on_after_several_ticks_is_not_guessed() -> None:
    late = channels(asked_after="渠道", name="其后")
    assert [f.variant for f in found(asked(channels(), late))] == ["gate_multiple"]


def _annex(data: dict[str, Any], folder: Path) -> Path:
    return build(data, folder).folder / "附件2.docx"


def test_annex_2_prints_it_as_text_table_and_chart(tmp_path: Path) -> None:
    words = {"text": "有什么意见？", "open": "是", "answered": "3"}
    file = _annex(asked(channels(), words), tmp_path)
    texts = [p.text for p in Document(str(file)).paragraphs]
    assert "2.从哪里得知政策？（可多选）" in texts
    (said,) = [t for t in texts if "共选20项次" in t]
    assert "网站9份，占90%；短信6份，占60%" in said
    assert "（见附表2、图2）" in said
    assert {"附表1　各项满意度", "附表2　渠道"} <= set(texts)
    assert any("有3份填写了意见" in text for text in texts)
    tables = [[[c.text for c in r.cells] for r in t.rows] for t in Document(str(file)).tables]
    assert tables[1][0] == ["序号", "选项", "份数", "占比"]
    assert tables[1][1] == ["1", "网站", "9", "90.00%"]
    assert tables[1][-1][2:] == ["10", "——"]
    charts = [n for n in Document(str(file)).part.package.iter_parts() if "/charts/" in n.partname]
    assert len(charts) == 2
    assert b"90.00" in b"".join(chart.blob for chart in charts)


@pytest.mark.parametrize(("decimals", "shown"), [("0", b">0<"), ("1", b">0.0<"), ("3", b">0.000<")])
def test_the_charts_print_the_decimals_of_the_tables(
    decimals: str, shown: bytes, tmp_path: Path
) -> None:
    file = _annex(asked(channels(), decimals=decimals), tmp_path)
    charts = [n for n in Document(str(file)).part.package.iter_parts() if "/charts/" in n.partname]
    assert all(b"<c:formatCode" + shown in chart.blob for chart in charts)


@pytest.mark.parametrize("counts", ["是", "否"])
def test_tables_and_figures_are_numbered_without_a_gap_whatever_counts(
    counts: str, tmp_path: Path
) -> None:
    data = asked(channels(), channels(name="又一题"))
    data["survey"]["questions"][0]["counts"] = counts
    text = "\n".join(p.text for p in Document(str(_annex(data, tmp_path))).paragraphs)
    captions = re.findall(r"^(附表|图)(\d)　", text, re.MULTILINE)
    numbers = ["1", "2", "3"] if counts == "是" else ["1", "2"]
    assert [n for kind, n in captions if kind == "附表"] == numbers
    assert [n for kind, n in captions if kind == "图"] == numbers
    assert ("总体满意度" in text) == (counts == "是")


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice")
def test_a_question_of_thirty_options_stays_on_the_page(tmp_path: Path) -> None:
    many = channels(options=options({f"需要改进的第{n}个方面的较长说法": 5 for n in range(1, 31)}))
    file = _annex(asked(many), tmp_path)
    (pdf,) = convert_to_pdf([file], tmp_path)
    with pdfplumber.open(pdf) as document:
        bottoms = [
            float(word["bottom"])
            for page in document.pages
            for word in page.extract_words()
            if "—" not in word["text"] and not word["text"].isdigit()
        ]
        whole = float(document.pages[0].height)
        last = document.pages[-1].extract_text()
    assert max(bottoms) < whole - 35 / 25.4 * 72
    assert all(f"第{n}个" in last for n in (1, 30))


@pytest.mark.libreoffice
@pytest.mark.xdist_group("libreoffice")
def test_a_long_option_stays_beside_its_bar(tmp_path: Path) -> None:
    long = "希望进一步简化申报材料、缩短审核时间并公开每个环节的办理进度"
    file = _annex(asked(channels(options=options({f"{long}{n}": 5 for n in range(4)}))), tmp_path)
    (pdf,) = convert_to_pdf([file], tmp_path)
    with pdfplumber.open(pdf) as document:
        left = min(float(char["x0"]) for page in document.pages for char in page.chars)
        text = "".join(page.extract_text() for page in document.pages)
    assert left > 28 / 25.4 * 72 - 1
    assert "…" in text
    assert re.sub(r"\s", "", text).count(f"{long}3") >= 1
