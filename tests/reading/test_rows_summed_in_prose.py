"""Rows of a table that the prose adds up or tells again, whatever place states the table's unit."""

from __future__ import annotations

import pytest

from tests.reading.papers import checked, found_once_changed

SUBJECTS = "某县预算执行情况\n{}\n|科目|2024年执行数（万元）|2023年决算数（万元）|\n|公共安全支出|9842|9518|\n|教育支出|58976|57204|\n|科学技术支出|2112|2004|\n|农林水支出|3100|2900|\n|合计|74030|71626|"
FUNDS = "某市资金自评报告\n{}\n|项目名称|下达资金|到位资金|支出资金|结转资金|\n|清水湖西岸人工湿地水质净化工程|5400|5400|3618.00|1782.00|\n|白沙河入河排污口整治工程|2385|1985|1428.90|556.10|\n|合计|7785|7385|5046.90|2338.10|\n注：表中金额单位为万元；结转资金=到位资金-支出资金。"
INSURANCE = "某市基金决算说明\n{}\n附表 2024年基金收支决算总表  单位：亿元\n|险种|上年末结余|本年收入|本年支出|本年结余|年末滚存结余|\n|城乡居民基本养老保险|58.73|32.46|24.85|7.61|66.34|\n|机关事业单位基本养老保险|12.60|69.18|67.94|1.24|13.84|\n|合计|71.33|101.64|92.79|8.85|80.18|"
ESTATES = "某区改造项目评价报告\n{}\n|小区名称|楼栋数（栋）|建筑面积（万㎡）|户数（户）|\n|柳岸里|18|7.92|796|\n|机械厂宿舍|9|3.48|352|\n|育才苑|53|22.80|2362|\n|合计|80|34.20|3510|"


@pytest.mark.parametrize(
    ("paper", "sentence", "right", "wrong"),
    [
        (SUBJECTS, "公共安全、教育和科学技术三项支出合计70930万元。", "70930", "70530"),
        (SUBJECTS, "教育、农林水2项支出共62076万元。", "62076", "62976"),
        (FUNDS, "清水湖西岸人工湿地工程受上冻期影响，支出3618.00万元，结转1782.00万元。", "1782.00", "1382.00"),
        (INSURANCE, "机关事业单位基本养老保险基金收入69.18亿元，支出67.94亿元，年末滚存结余13.84亿元。", "13.84", "73.84"),
        (ESTATES, "改造3个小区，共80栋楼、34.20万平方米、3510户。", "80栋", "85栋"),
        (ESTATES, "改造3个小区，共80栋楼、34.20万平方米、3510户。", "34.20", "31.20"),
    ],
)  # fmt: skip
def test_prose_over_rows_tells_what_they_make(
    paper: str, sentence: str, right: str, wrong: str
) -> None:
    changed = sentence.replace(right, wrong)
    found = found_once_changed(paper.format(sentence), paper.format(changed))
    assert any(wrong.rstrip("栋") in f.actual for f in found)


@pytest.mark.parametrize(
    ("paper", "sentence"),
    [
        (SUBJECTS, "公共安全、教育等支出合计70530万元。"),
        (SUBJECTS, "上年公共安全、教育和科学技术三项支出合计68726万元。"),
        (SUBJECTS, "教育、文化和卫生三项支出合计62976万元。"),
        (FUNDS, "白沙河入河排污口整治工程已完工验收，质保金42.87万元。"),
        (INSURANCE, "实施单位：某市社会保险事业管理局。"),
        (ESTATES, "其中2022年先行改造2个小区，共27栋楼、11.40万平方米、1148户。"),
    ],
)
def test_what_is_told_of_other_rows_is_left_alone(paper: str, sentence: str) -> None:
    assert checked(paper.format(sentence)).findings == ()


YEARS = "某县养护资金自评报告\n{}\n|年度|预算安排（万元）|实际支出（万元）|\n|2019年|5210|4985|\n|2020年|5480|5302|\n|2021年|6028|5766|\n|合计|16718|16053|"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("818", "418"), ("15.70", "11.70")],
)
def test_a_step_between_two_years_is_that_of_their_rows(right: str, wrong: str) -> None:
    sentence = "2021年预算较2019年净增818万元，两年增长15.70%。"
    changed = sentence.replace(right, wrong)
    found = found_once_changed(YEARS.format(sentence), YEARS.format(changed))
    assert any(wrong in f.actual for f in found)


def test_a_step_of_another_measure_is_left_alone() -> None:
    sentence = "2021年养护里程较2019年增加418公里，设备较2019年增加41台。"
    assert checked(YEARS.format(sentence)).findings == ()
