"""Rows under rows, lists side by side, turned tables: one changed figure is found, odd but sound ones are left alone."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

BY_CODE = """
表1 支出决算表
单位：万元
|科目编码|科目名称|合计|基本支出|项目支出|
|栏次|<|1|2|3|
|合计|<|846.35|525.62|320.73|
|206|科学技术支出|620.18|412.45|207.73|
|20601|科学技术管理事务|495.60|345.60|150.00|
|2060101|行政运行|386.42|262.42|124.00|
|2060199|其他支出|109.18|83.18|26.00|
|20605|科技条件与服务|124.58|66.85|57.73|
|210|卫生健康支出|226.17|113.17|113.00|
|21011|行政事业单位医疗|226.17|113.17|113.00|
"""
NUMBERED = """
表2 移民后期扶持资金使用情况
|序号|支出内容|金额（元）|
|1|直补资金|3642500.00|
|1.1|东片|1985300.00|
|1.2|西片|1657200.00|
|2|项目扶持|5284630.50|
|2.1|道路硬化|2845120.50|
|2.2|饮水改造|1426750.00|
|2.3|产业大棚|1012760.00|
|3|培训费|186400.00|
|合计|<|9113530.50|
"""
AMONG = """
表3 “三公”经费情况
单位：万元
|项目|2020年决算|2021年预算|2021年决算|
|“三公”经费合计|286.42|310.00|264.87|
|因公出国（境）费|12.60|20.00|0.00|
|公务接待费|68.35|75.00|61.24|
|公务用车购置及运行维护费|205.47|215.00|203.63|
|其中：公务用车购置费|36.80|40.00|35.90|
|公务用车运行维护费|168.67|175.00|167.73|
"""
TWO_SIDES = """
表4 收入支出决算总表
单位：万元
|收入|<|支出|<|
|项目|金额|项目|金额|
|一、一般公共预算财政拨款收入|2846.37|一、科学技术支出|1932.58|
|二、政府性基金预算财政拨款收入|120.00|二、教育支出|36.42|
|三、事业收入|358.26|三、社会保障和就业支出|412.75|
|四、其他收入|27.94|四、农林水支出|875.83|
| | |五、住房保障支出|153.21|
|本年收入合计|3352.57|本年支出合计|3410.79|
|使用非财政拨款结余|40.00|结余分配|12.36|
|年初结转和结余|215.84|年末结转和结余|185.26|
|总计|3608.41|总计|3608.41|
"""
TURNED = """
表5 得分汇总表
|指标|项目决策|项目过程|项目产出|项目效益|合计|
|权重|18|22|32|28|100|
|得分|16.5|18.7|29.2|24.6|89|
|得分率|91.67%|85.00%|91.25%|87.86%|89.00%|
"""
UNMARKED = """
表6 学前教育资金分配情况
单位：万元
|单位|合计|中央|省级|市级|
|云州市|8642.50|4200.00|2842.50|1600.00|
|市直学校|1265.30|600.00|365.30|300.00|
|东湖区|3842.60|1900.00|1242.60|700.00|
|西山县|3534.60|1700.00|1234.60|600.00|
"""
CHANGES = {
    "a class of a code": (BY_CODE, "|620.18|", "|620.81|", "F631"),
    "an item of a code": (BY_CODE, "|83.18|", "|38.18|", "F631"),
    "the only item of a code": (BY_CODE, "卫生健康支出|226.17", "卫生健康支出|226.71", "F631"),
    "a total over codes": (BY_CODE, "|846.35|", "|864.35|", "F601"),
    "a part of a numbered row": (NUMBERED, "1657200.00", "1667200.00", "F631"),
    "a total over numbered rows": (NUMBERED, "9113530.50", "9131530.50", "F601"),
    "a row with its 其中": (AMONG, "|203.63|", "|230.63|", "F631"),
    "a row beneath 其中": (AMONG, "|167.73|", "|176.73|", "F631"),
    "a total on top of 其中": (AMONG, "|264.87|", "|246.87|", "F601"),
    "the left list": (TWO_SIDES, "|358.26|", "|385.26|", "F601"),
    "the right list": (TWO_SIDES, "|412.75|", "|421.75|", "F601"),
    "what was carried over": (TWO_SIDES, "|215.84|", "|251.84|", "F601"),
    "a total of one side": (TWO_SIDES, "|总计|3608.41|总计|3608.41|", "|总计|3608.41|总计|3680.41|", "F601"),
    "a score in a turned table": (TURNED, "|18.7|", "|17.8|", "F601"),
    "a rate in a turned table": (TURNED, "|91.25%|", "|92.15%|", "F603"),
    "rows that add up without a mark": (UNMARKED, "|1242.60|", "|1224.60|", "F631"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_one_changed_figure_is_found(name: str) -> None:
    sound, old, new, code = CHANGES[name]
    assert code in {
        finding.code for finding in found_once_changed(sound, sound.replace(old, new, 1))
    }


SILENT = {
    "其中 that names a part only": "|项目|金额（万元）|\n|培训费|86.4|\n|其中：外聘讲师|12.5|\n|会议费|33.1|\n|合计|119.5|",
    "numbered rows beneath which only some are listed": "|项目|2021年（万元）|2022年（万元）|\n|1.道路|500|620|\n|1.1 主干道|300|310|\n|1.2 桥梁|120|150|\n|2.水利|260|280|\n|合计|760|900|",
    "codes of which only some items are shown": "|科目编码|科目名称|金额（万元）|\n|205|教育支出|920|\n|20502|普通教育|610|\n|20503|职业教育|205|\n|206|科学技术支出|80|",
    "numbers of documents in a column of codes": "|文件编码|用途|金额（万元）|\n|101|道路|35|\n|10102|桥梁|46|\n|102|水渠|27|\n|合计|<|108|",
    "two kinds of 其中 for one row": "|项目|人数（人）|补助（万元）|\n|培训学员|1260|126|\n|其中：女性|620|62|\n|脱贫人口|880|88|\n|见习人员|340|51|\n|合计|1600|177|",
    "a sum of two lists side by side that differ": "表1 收支情况\n单位：万元\n|收入项目|金额|支出项目|金额|\n|财政拨款|300.5|人员支出|210.2|\n|事业收入|45.6|公用支出|88.4|\n|合计|346.1|合计|298.6|",
    "firms beside districts": "表2 补助明细\n|县区|小计（万元）|企业|补助（万元）|\n|甲区|46|一号公司|26|\n|^|^|二号公司|20|\n|乙县|37|三号公司|37|\n|合计|83||83|",
    "a line of letters beneath the head": "表3 资金表\n单位：万元\n|项目|预算数|执行数|结余|\n|甲|A|B|C=A-B|\n|道路|860.20|816.00|44.20|\n|饮水|425.50|391.46|34.04|\n|合计|1285.70|1207.46|78.24|",
    "years as rows": "表4 历年情况\n|年份|2020年|2021年|2022年|\n|预算数（万元）|120|130|140|\n|执行数（万元）|114|117|133|\n|执行率|95%|90%|95%|",
    "points with a name of a measure in the first column only": "|指标|权重|得分|\n|满意度|10|9|\n|完成率|20|18|\n|合计|30|27|",
    "a total with rounded parts": "|地区|面积（万亩）|\n|甲县|12.34|\n|乙县|8.27|\n|丙县|5.66|\n|丁县|9.18|\n|合计|35.46|",
    "money of which a part is told below with other units": "|内容|数量|金额（万元）|\n|一、设备|25台|300|\n|（一）检测设备|10台|120|\n|（二）执法设备|15台|180|\n|二、培训|300人次|45|\n|合计||345|",
    "a figure that looks like a year": "|县区|下达（万元）|支出（万元）|\n|甲县|1250|1250|\n|乙县|680|680|\n|合计|1930|1930|",
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_silent(name: str) -> None:
    assert checked(SILENT[name]).findings == ()


def test_a_figure_like_a_year_is_added_in_a_column_of_figures() -> None:
    text = SILENT["a figure that looks like a year"].replace("|1930|1930|", "|1930|1990|")
    assert [f.code for f in checked(text).findings] == ["F601"]


POINTS_IN_NAMES = """
|一级指标|二级指标|三级指标|分值|评价得分|扣分原因|
|决策（16分）|项目立项|立项依据|4|4||
|^|^|立项程序|5|4.5|缺一次论证，扣0.5分|
|^|资金投入|预算编制|7|6|测算依据不足，扣1分|
|过程（24分）|资金管理|到位率|6|6||
|^|^|执行率|8|7.2|执行率90%，扣0.8分|
|^|组织实施|制度执行|10|8.5|台账不全扣1分；巡查记录缺失扣0.5分|
|合计|<|<|40|36.2||
"""
POINTS = {
    "points in the name of a group": ("过程（24分）", "过程（25分）", "F605"),
    "a remark on one loss": ("扣0.8分", "扣0.6分", "F632"),
    "a remark on two losses": ("扣1分；", "扣2分；", "F632"),
}


@pytest.mark.parametrize("name", POINTS)
def test_points_of_names_and_remarks_are_held_against_the_rows(name: str) -> None:
    old, new, code = POINTS[name]
    found = found_once_changed(POINTS_IN_NAMES, POINTS_IN_NAMES.replace(old, new, 1))
    assert [f.code for f in found] == [code]


ODD_REMARKS = {
    "a rule in the remark": "每缺一项扣1分，扣完为止",
    "points that a table of its own adds up": "扣分详见附表，共扣2分",
    "a loss that was waived": "应扣1分，因不可抗力不扣分",
    "a loss told without points": "台账不全，酌情扣分",
}


@pytest.mark.parametrize("remark", ODD_REMARKS.values(), ids=ODD_REMARKS)
def test_remarks_that_tell_a_rule_are_left_alone(remark: str) -> None:
    text = f"|三级指标|分值|得分|评分说明|\n|制度执行|10|8|{remark}|\n|合同管理|12|9|两份未备案，扣3分|\n|验收|8|8||"
    assert checked(text).findings == ()
