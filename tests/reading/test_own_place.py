"""Whose report it is: from its title, its cover, its signature, its own number; else nothing is said."""

from __future__ import annotations

import pytest

from govdocs.checks.document.names.whose import own_place
from govdocs.checks.document.subject import DocumentSubject
from tests.reading.lined import check_lines, read_lines
from tests.reading.papers import read

BODY = "一、基本情况\n{own}外贸补贴项目由商务部门实施，资金已经拨付。\n本次{other}2022年外贸补贴项目等级为良。\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("永兴县2022年度外贸补贴项目评价报告\n", ""),
        ("2022年度外贸补贴项目评价报告\n项目单位：永兴县商务局\n", ""),
        ("2022年度外贸补贴项目评价报告\n部门（单位）名称：永兴县商务局\n", ""),
        ("关于2022年度外贸补贴项目绩效评价情况的报告\n市财政局：\n", "特此报告。\n永兴县财政局\n2023年5月18日\n"),
    ],
    ids=["title", "cover", "cover of a department", "signature"],
)  # fmt: skip
def test_a_strange_place_is_found_wherever_the_own_one_is_named(before: str, after: str) -> None:
    text = before + BODY.format(own="永兴县", other="张家界") + after
    assert [(f.code, f.actual, f.expected) for f in check_lines(text).findings] == [
        ("F614", "张家界", "永兴县")
    ]


def test_offices_that_sign_together_in_a_table_name_the_place() -> None:
    text = (
        "关于绩效评价情况的报告\n市财政局：\n一、基本情况\n永兴县外贸补贴项目资金已经拨付。\n"
        "|永兴县财政局|永兴县商务局|\n|2023年5月18日|2023年5月18日|"
    )
    place = own_place(DocumentSubject(read(text)))
    assert place is not None
    assert place.name == "永兴县"


def test_the_word_of_the_documents_number_names_its_province() -> None:
    text = "某财外〔2018〕13号\n关于自评情况的报告\n一、基本情况\n湖南省外贸增长较快，全省出口企业4022家。"
    province = own_place(DocumentSubject(read_lines(text.replace("某", "湘", 1))))
    assert province is not None
    assert (province.name, province.level) == ("湖南省", "省")
    assert own_place(DocumentSubject(read_lines(text.replace("某", "甲", 1)))) is None


@pytest.mark.parametrize(
    "after",
    ["湖南效政咨询有限公司\n2023年5月18日\n", "某县财政局\n2023年5月18日\n", ""],
    ids=["a firm from elsewhere", "a masked name", "none"],
)
def test_where_nothing_names_the_place_nothing_is_said(after: str) -> None:
    filler = "".join(f"第{n}项工作已经按照计划完成，没有发现问题。\n" for n in range(1, 6))
    text = (
        "2022年度外贸补贴项目评价报告\n" + BODY.format(own="我县", other="张家界") + filler + after
    )
    assert check_lines(text).findings == ()
