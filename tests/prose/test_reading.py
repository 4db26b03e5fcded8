"""What the reader of prose says of single figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govdocs.model.quantity import Bound
from govdocs.prose import ProseFigure, Role, Sort, read_figures, read_text


def measures(text: str) -> list[ProseFigure]:
    return [f for f in read_figures(text) if f.sort is Sort.MEASURE]


def only(text: str) -> ProseFigure:
    found = measures(text)
    assert len(found) == 1, [f.text for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "number", "kind", "base"),
    [
        ("下达资金1,234.50万元", "1234.50", "人民币", 12345000),
        ("实现出口４．３６亿美元", "4.36", "美元", 436000000),
        ("惠及1.1万人", "1.1", "人", 11000),
        ("增长百分之十二", "12", "百分比", 12),
        ("建成二十一所学校", "21", "所", 21),
        ("覆盖三百零五个村", "305", "个", 305),
        ("灌溉3.5万亩", "3.5", "亩", 35000),
        ("投资 516.70 万 元", "516.70", "", 5167000),
        ("提高1.5个百分点", "1.5", "百分点", Decimal("1.5")),
        ("总投资3200万", "3200", "人民币", 32000000),
    ],
)
def test_a_figure_has_its_number_unit_and_base_value(text, number, kind, base):
    figure = only(text)
    assert str(figure.number) == number
    assert figure.kind == kind or not kind
    assert figure.value == base


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("2019年", Sort.DATE),
        ("2019年3月5日", Sort.DATE),
        ("3月至9月", Sort.DATE),
        ("2019-2021年", Sort.DATE),
        ("二〇二三年十一月三十日", Sort.DATE),
        ("〔2019〕12号", Sort.DOCUMENT),
        ("第12条", Sort.ORDINAL),
        ("第三方", Sort.ORDINAL),
        ("0571-87654321", Sort.PHONE),
        ("13800138000", Sort.PHONE),
        ("PM2.5", Sort.CODE),
        ("5G", Sort.CODE),
        ("1.2.3", Sort.CODE),
        ("附件2", Sort.REFERENCE),
        ("见表4-1", Sort.REFERENCE),
        ("（三）", Sort.NUMBERING),
        ("60%-80%", Sort.RANGE),
        ("1:1", Sort.RATIO),
    ],
)
def test_other_numbers_are_told_apart_from_measures(text, sort):
    figures = read_figures(f"按照{text}的要求")
    assert [f.sort for f in figures] == [sort]


@pytest.mark.parametrize(
    "text",
    [
        "一带一路建设",
        "十分重要",
        "统一部署",
        "百余家单位",
        "唯一的办法",
        "《2019年第3批计划》下达",
        "第一时间",
        "几十个村",
    ],
)
def test_words_with_numerals_are_no_measures(text):
    assert not measures(text)


def test_an_amount_with_two_decimals_after_a_year_like_number_is_no_date():
    assert only("安排2044.56万元").value == Decimal("20445600")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("约30家", Bound.ABOUT),
        ("近30家", Bound.ABOUT),
        ("超过30家", Bound.MORE),
        ("突破4000家", Bound.MORE),
        ("70余家", Bound.MORE),
        ("8900多万美元", Bound.MORE),
        ("不足30家", Bound.LESS),
        ("不低于95%", Bound.AT_LEAST),
        ("30家以上", Bound.AT_LEAST),
        ("30家左右", Bound.ABOUT),
        ("节约30万元", Bound.EXACT),
        ("达到30家", Bound.EXACT),
    ],
)
def test_bound_words_loosen_a_figure(text, bound):
    assert only(f"全年{text}").bound is bound


@pytest.mark.parametrize(
    ("text", "role", "sign"),
    [
        ("出口额同比增长12%", Role.GROWTH, 1),
        ("能耗同比下降3.2%", Role.GROWTH, -1),
        ("比上年减少40万元", Role.DIFFERENCE, -1),
        ("女性占40%", Role.SHARE, 1),
        ("共计90万元", Role.TOTAL, 1),
        ("每户500元", Role.EACH, 1),
        ("两家各200万元", Role.EACH, 1),
        ("计划投资90万元", Role.TARGET, 1),
        ("支出降至90万元", Role.PLAIN, 1),
    ],
)
def test_the_words_before_a_figure_give_its_role(text, role, sign):
    figure = measures(text)[-1]
    assert (figure.role, figure.sign) == (role, sign)


def test_measure_subject_and_time_are_bound_from_the_clause():
    figure = measures("2021年，临川县外贸进出口总额达3.2亿美元。")[0]
    assert (figure.measure, figure.subject) == ("外贸进出口总额", "临川县")
    assert figure.period is not None
    assert figure.period.year == 2021


def test_a_year_that_is_only_compared_with_does_not_become_the_time():
    figure = measures("2022年完成产值90万元，较2021年增长8%。")[-1]
    assert figure.period is not None
    assert figure.period.year == 2022


def test_where_the_clause_names_nothing_nothing_is_bound():
    assert measures("为300万元。")[0].measure == ""
    assert measures("完成300万元。")[0].period is None


def test_spans_point_into_the_text_as_it_was_given():
    text = "（１）共支持 ３０ 家企业，金额1,200.5万元。"
    for figure in read_figures(text):
        assert text[slice(*figure.span)] == figure.text


def test_sentences_end_at_full_stops_outside_brackets():
    reading = read_text("安排资金（含上年结转。）300万元。已支出200万元。")
    assert [f.sentence for f in reading.measures] == [0, 1]
