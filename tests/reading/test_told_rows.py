"""A sentence that tells a line of a table tells all of it as the table does."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

FUNDS = "社会保险基金决算情况说明\n{}\n单位：亿元\n|险种|上年末结余|本年收入|本年支出|年末滚存结余|\n|居民养老保险基金|18.36|9.47|6.84|20.99|\n|机关养老保险基金|2.71|3.93|4.02|2.62|\n|合计|21.07|13.40|10.86|23.61|"
FIELDS = "农田建设自评报告\n{}\n|一级指标|二级指标|三级指标|指标值|全年实际完成值|\n|产出指标|数量指标|建成高标准农田面积|20万亩|17.6万亩|\n|产出指标|数量指标|高效节水灌溉面积|≥3万亩|3.2万亩|"
STAFF = "{}"
PAIRS = [
    (FUNDS, "全县基金收入13.40亿元，支出10.86亿元，年末滚存结余23.61亿元。", "10.86", "10.36"),
    (FUNDS, "居民养老保险基金收入9.47亿元，支出6.84亿元，年末结余20.99亿元。", "6.84", "6.34"),
    (FIELDS, "计划建设高标准农田20万亩，实际建成17.6万亩，完成率88%。", "建成17.6", "建成17.1"),
    (STAFF, "实有在职人员119人，其中：行政人员23人、参公人员18人、事业人员78人；退休66人。", "119", "719"),
    (STAFF, "实有在职人数857人，其中在编548人、编外聘用309人。", "857", "657"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "sentence", "right", "wrong"), PAIRS)
def test_a_sentence_tells_the_line_of_its_table(
    paper: str, sentence: str, right: str, wrong: str
) -> None:
    found = found_once_changed(paper.format(sentence), paper.format(sentence.replace(right, wrong)))
    assert any(wrong.strip("建成") in f.actual + f.arithmetic for f in found)


SOUND = [
    "截至6月底，全县基金收入13.40亿元，支出5.36亿元，年末滚存结余23.61亿元。",
    "全县基金收入13.40亿元，利息支出0.86亿元，年末滚存结余23.61亿元。",
]


@pytest.mark.parametrize("sentence", SOUND)
def test_what_the_table_does_not_hold_is_left_alone(sentence: str) -> None:
    assert not [f for f in checked(FUNDS.format(sentence)).findings if f.code == "F616"]


OTHER_SCOPES = [
    "全县基金收入13.40亿元，比上年增加1.12亿元，支出10.86亿元，其中待遇支出10.36亿元，年末滚存结余23.61亿元。",
    "居民养老保险基金收入9.47亿元，个人账户支出6.34亿元，年末滚存结余20.99亿元。",
    "全县基金收入13.40亿元，上年支出10.36亿元，年末滚存结余23.61亿元。",
]


@pytest.mark.parametrize("sentence", OTHER_SCOPES)
def test_a_part_or_another_year_beside_a_line_is_left_alone(sentence: str) -> None:
    assert checked(FUNDS.format(sentence)).findings == ()


ASSETS = "国有资产管理情况报告\n{}\n|类别|户数（户）|资产总额（亿元）|负债总额（亿元）|净资产（亿元）|\n|企业国有资产|32|286.45|168.32|118.13|\n|行政事业性国有资产|215|64.28|5.16|59.12|"
ALLOWANCES = "低保工作情况报告\n{}\n|类别|户数（户）|人数（人）|发放资金（万元）|\n|城市低保|1286|2148|1526.3|\n|农村低保|6852|12460|5316.2|\n|合计|8138|14608|6842.5|"
COUNTS = [
    (ASSETS, "全区国有企业32户，资产总额286.45亿元，负债总额168.32亿元。", "32户", "37户"),
    (ALLOWANCES, "全县现有城市低保对象1286户2148人。", "2148", "2143"),
    (ALLOWANCES, "全年发放低保金6842.5万元。", "6842.5", "6342.5"),
]


@pytest.mark.parametrize(("paper", "sentence", "right", "wrong"), COUNTS)
def test_counts_beside_figures_of_a_line_are_of_it(
    paper: str, sentence: str, right: str, wrong: str
) -> None:
    found = found_once_changed(paper.format(sentence), paper.format(sentence.replace(right, wrong)))
    assert any(wrong in f.actual for f in found)
