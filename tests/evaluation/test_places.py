"""Another place or another level left in a report is named; words that only look like one are not."""

from __future__ import annotations

from typing import Any

import pytest

from govdocs.checks.engine import run_checks
from govdocs.checks.evaluation.own_region import own_region
from govdocs.checks.evaluation.strange_levels import strange_levels
from govdocs.checks.evaluation.strange_names import strange_names
from govdocs.checks.example import small_evaluation_text, text_data
from govdocs.checks.subject import Subject
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case
from govdocs.place import dotted


def names(text: str, region: str = "永兴县") -> list[str]:
    return [name for name, _ in strange_names(text, own_region(region))]


def levels(text: str, region: str = "永兴县") -> list[str]:
    return [shown for shown, _ in strange_levels(text, own_region(region))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("总体来看，本次张家界2022年外贸补贴项目效益良好。", ["张家界"]),
        ("长沙市财政局委托开展评价。", ["长沙市"]),
        ("桂阳县外贸企业进出口总额增长10%。", ["桂阳县"]),
        ("与临武县商务局的职责范围相符。", ["临武县"]),
        ("根据广东省商务厅的文件精神。", ["广东省"]),
        ("促进了株洲外贸的发展。", ["株洲"]),
        ("2022年岳阳补贴企业17家。", ["岳阳"]),
        ("雨花区财政局安排资金。", ["雨花区"]),
        ("江西安排了资金。", ["江西"]),
    ],
)
def test_a_place_of_elsewhere_is_named(text: str, named: list[str]) -> None:
    assert names(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "湖南省郴州市永兴县商务局，依据湖南省和郴州市文件。",
        "经长沙海关、中国银行深圳分行和湖南大学核对。",
        "深圳市某某科技有限公司、上海证券交易所。",
        "产品销往广东、上海等地，承接广东产业转移。",
        "赴张家界学习考察，借鉴长沙经验。",
        "其中卫生支出20万元，湖南通过验收。",
        "创新乡村治理，推广东西部协作，境内江河治理，隆重庆祝。",
        "以上海关数据为准，湖北海关统计，上海口岸通关。",
        "扩大连片种植，营造广东营商环境，规定西部标准，投资阳光项目。",
        "市场、社区、地区、市区、小区、园区、库区、灾区、景区全部覆盖。",
        "新城区、河东区、市中区和城关区道路改造。",
        "全县各区域、高新区、开发区企业。",
        "黄河南岸、东湖南路、泰山东侧。",
        "在开封仪式上，大理论创新，和大连片区。",
        "各县区、县市区财政部门，中西部地区，北京时间，南京路。",
        "对接粤港澳大湾区，参加广州博览会。",
    ],
)
def test_what_only_looks_like_a_place_of_elsewhere_is_left_alone(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("region", "text", "named"),
    [
        ("郴州市", "永兴县、桂阳县和资兴市完成较好，湖南省排名第三。", []),
        ("郴州市", "衡阳市、祁东县完成较好。", ["衡阳市", "祁东县"]),
        ("湖南省", "永兴县、郴州市、长沙完成较好。", []),
        ("湖南省", "赣州市完成较好。", ["赣州市"]),
        ("郴州市永兴县", "郴州和湖南的要求，桂阳县的做法。", ["桂阳县"]),
        ("永兴县", "桂阳县的做法。", ["桂阳县"]),
        ("某县", "张家界市的做法。", ["张家界市"]),
    ],
)
def test_what_holds_the_region_and_what_it_holds_is_its_own(
    region: str, text: str, named: list[str]
) -> None:
    assert names(text, region) == named


@pytest.mark.parametrize(
    ("region", "text", "named"),
    [
        ("永兴县", "立项与市商务局的职责范围相符。", ["市商务局"]),
        ("永兴县", "由市财政局审核后拨付。", ["市财政局"]),
        ("永兴县", "根据上级文件精神，立项与市商务局贯彻方针、政策等职责相符。", ["市商务局"]),
        ("永兴县", "项目资金中，其中区财政预算资金已经支出。", ["区财政预算"]),
        ("永兴县", "区商务局制定了办法，报区政府同意。", ["区商务局", "区政府"]),
        ("永兴县", "我区高度重视，全区企业受益。", ["我区", "全区"]),
        ("永兴县", "我市外贸平稳增长。", ["我市"]),
        ("永兴县", "报分管商务工作的副市长审批。", ["分管商务工作的副市长"]),
        ("雨花区", "县财政局安排资金，全县企业受益。", ["县财政局", "全县"]),
        ("资兴市", "由县商务局审核，报区财政局。", ["县商务局", "区财政局"]),
    ],
)
def test_an_office_of_another_level_is_named(region: str, text: str, named: list[str]) -> None:
    assert levels(text, region) == named


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("永兴县", "县商务局会同县财政局发布，经县政府批准，县级财政资金到位。"),
        ("永兴县", "按照市委部署和省、市商务局要求，由市财政局下达资金。"),
        ("永兴县", "市级财政配套50万元，在市级考核中排名第一。"),
        ("永兴县", "市场监管、社区服务、地区生产总值、市区道路。"),
        ("永兴县", "本县各区域、园区管委会、开发区财政局、景区财政收入。"),
        ("永兴县", "全市场、全区域、全区间、本市场、本区域。"),
        ("郴州市", "县财政局、区商务局和县政府完成较好。"),
        ("资兴市", "市商务局会同市财政局发布。"),
        ("某经济开发区", "区财政局安排，区商务局审核。"),
        ("那坡县", "全区排名第一，由自治区、区财政下达。"),
    ],
)
def test_offices_of_the_own_level_and_of_those_above_are_left_alone(region: str, text: str) -> None:
    assert levels(text, region) == []


def found(**changes: Any) -> list[Finding]:
    data: dict[str, Any] = text_data(small_evaluation_text())
    data.update(region="永兴县")
    for path, value in changes.items():
        here: Any = data
        *way, last = path.split("__")
        for step in way:
            here = here[int(step)] if step.isdigit() else here[step]
        here[int(last) if last.isdigit() else last] = value
    case = read_any_case(data)
    findings = run_checks(Subject(case, form_set_of(case))).findings
    return [f for f in findings if f.code == "F720"]


@pytest.mark.parametrize(
    "path",
    [
        "opening__0",
        "project__department",
        "project__finance_department",
        "project__name",
        "survey__title",
        "survey__questions__0__text",
        "tables__0__title",
        "problems__0__heading",
        "problems__0__paragraphs__0",
        "sections__0__heading",
        "indicators__1__groups__0__indicators__0__remark",
        "indicators__1__groups__0__indicators__0__explanation",
        "overall_goal",
        "sources__0__name",
    ],
)
def test_every_text_that_is_printed_is_read(path: str) -> None:
    hits = found(**{path: "张家界市2022年度项目"})
    wanted = ".".join(f"[{s}]" if s.isdigit() else s for s in path.split("__")).replace(".[", "[")
    assert wanted in {dotted(hit.spots[0].path) for hit in hits}
    assert {hit.actual for hit in hits} == {"张家界市"}


def test_a_place_that_the_case_lists_is_its_own() -> None:
    assert found(opening=["与张家界联合举办。"], places=[{"name": "张家界"}]) == []
    assert found(opening=["《张家界市补贴办法》规定了“我市”的标准。"]) == []
    assert len(found(opening=["张家界、张家界、张家界。"])) == 1
