"""Counts and sums of the prose told together with the total of a table's money."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

COUNTED = "全年安排扶持资金1,380万元，支持项目（企业）214个。\n表1 资金安排表\n单位：万元\n|方向|项目数（个）|安排金额|\n|技术改造|96|615|\n|品牌培育|73|452|\n|市场开拓|45|313|\n|合计|214|1380|"
SAMPLED = "共抽查项目13个，涉及预算资金3,164.80万元。\n表1 抽查情况表\n单位：个、万元\n|县区|抽查项目数|预算金额|\n|甲县|6|1,428.50|\n|乙县|4|982.10|\n|丙区|3|754.20|\n|合计|13|3,164.80|"
LISTED = "市级共下达治理资金4,862万元，支持项目4个。\n表1 项目安排表\n单位：万元\n|序号|项目名称|实施地|总投资|市级资金|\n|1|河口湿地修复|甲县|2140|1468|\n|2|支流截污工程|市本级|1980|1226|\n|3|排口整治工程|市本级|1675|1143|\n|4|水质监测站房|乙县|1320|1025|\n|合计|<|<|7115|4862|\n对市本级两个项目（合计市级资金2369万元）开展了检查。"
FOUND = {
    "a count told with the money": (COUNTED, "214个", "274个"),
    "a count of a sample": (SAMPLED, "13个", "18个"),
    "the number of rows of a whole list": (LISTED, "项目4个", "项目6个"),
    "the sum of the rows of one place": (LISTED, "2369万元", "2869万元"),
}


@pytest.mark.parametrize("name", FOUND)
def test_one_changed_digit_is_found(name: str) -> None:
    sound, old, new = FOUND[name]
    assert [f for f in found_once_changed(sound, sound.replace(old, new, 1)) if f.level != "提示"]


SILENT = {
    "what is finished of it": COUNTED.replace("支持项目（企业）214个", "支持项目已完工274个"),
    "what another year supported": COUNTED.replace("支持项目（企业）214个。", "上年支持项目174个。"),
    "firms and projects are two things": COUNTED.replace("项目（企业）214个", "小微企业174家"),
    "a part of what was listed": LISTED.replace("支持项目4个", "其中新建项目2个"),
    "projects that share the money with others": LISTED.replace("|1025|\n", "|1025|\n|5|其他|各县|300|0|\n").replace("|7115|", "|7415|"),
    "a list that is not whole": LISTED.replace("表1 项目安排表", "表1 主要项目安排表").replace("项目4个", "项目6个"),
    "a sum of another column": LISTED.replace("（合计市级资金2369万元）", "（合计争取上级资金2869万元）"),
    "a group of another place": LISTED.replace("对市本级两个项目（合计市级资金2369万元）", "对乙县两个项目（合计市级资金2869万元）"),
    "a count of other money": COUNTED.replace("1,380万元", "1,560万元").replace("214个", "274个"),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_what_is_not_the_total_stays_silent(name: str) -> None:
    found = [f for f in checked(SILENT[name]).findings if f.code == "F616"]
    assert [(f.code, f.variant, f.actual, f.expected) for f in found] == []
