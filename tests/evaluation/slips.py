"""The Yongxing case with the slips of the published report, as stated values and sentences of our own.

Each slip names its root in the audit; ``laid`` puts one or all of them into the clean case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from govdocs.checks.example import text_data

CLEAN = Path(__file__).parents[2] / "data" / "2022-yongxing.yaml"


@dataclass(frozen=True)
class Slip:
    """One slip: its root, the rules of which at least one must find it, and how it is made."""

    root: str
    codes: frozenset[str]
    make: Callable[[dict[str, Any]], None]


def clean() -> dict[str, Any]:
    """The shipped case as text data, without its acceptances."""
    data = text_data(_text())
    del data["accepted"]
    assert isinstance(data, dict)
    return data


@cache
def _text() -> str:
    return CLEAN.read_text("utf-8")


def laid(*slips: Slip) -> dict[str, Any]:
    """The clean case with ``slips``."""
    data = clean()
    for slip in slips:
        slip.make(data)
    return data


def row(data: dict[str, Any], name: str) -> dict[str, Any]:
    for block in data["indicators"]:
        for group in block["groups"]:
            for leaf in group["indicators"]:
                if leaf["name"] == name:
                    return dict_of(leaf)
    raise KeyError(name)


def group(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(dict_of(g) for b in data["indicators"] for g in b["groups"] if g["name"] == name)


def section(data: dict[str, Any], *headings: str) -> dict[str, Any]:
    here = data
    for heading in headings:
        here = next(s for s in here["sections"] if s["heading"] == heading)
    return here


def dict_of(value: Any) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value


ANALYSIS = "绩效评价指标分析"


def _say(*headings: str, text: str) -> Callable[[dict[str, Any]], None]:
    def make(data: dict[str, Any]) -> None:
        section(data, *headings).setdefault("paragraphs", []).append(text)

    return make


def _opening(text: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["opening"].append(text)


def _set(name: str, **fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: row(data, name).update(fields)


def _replace(*headings: str, old: str, new: str) -> Callable[[dict[str, Any]], None]:
    def make(data: dict[str, Any]) -> None:
        own = section(data, *headings)
        assert any(old in text for text in own["paragraphs"]), old
        own["paragraphs"] = [text.replace(old, new) for text in own["paragraphs"]]

    return make


def _both(*steps: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
    def make(data: dict[str, Any]) -> None:
        for step in steps:
            step(data)

    return make


def _fact(name: str, **fields: str) -> Callable[[dict[str, Any]], None]:
    def make(data: dict[str, Any]) -> None:
        next(f for f in data["facts"] if f["name"] == name).update(fields)

    return make


def _late_rule(data: dict[str, Any]) -> None:
    leaf = row(data, "补贴资金发放及时率")
    leaf["rule"] = {"kind": "每减扣分", "subject": "及时率", "deduct": "5%"}
    leaf["score"] = "1.8"


def _without_cost(data: dict[str, Any]) -> None:
    own = section(data, ANALYSIS, "项目产出情况")
    own["sections"] = [s for s in own["sections"] if s["heading"] != "产出成本"]


def _shifted(data: dict[str, Any]) -> None:
    row(data, "补贴资金发放及时率").update(table_name="结果公示及时率", table_value="100%")
    row(data, "结果公示及时率").update(table_name="补贴标准合规性", table_value="合规")


def _advance(data: dict[str, Any]) -> None:
    problem = {
        "heading": "预拨下一年度资金",
        "paragraphs": ["从项目资金中预拨了下一年度的补贴。"],
        "indicators": ["资金使用合规性"],
    }
    data["problems"].append(problem)


def _goal_in_dollars(data: dict[str, Any]) -> None:
    data["goals"][1].update(target="3.6亿美元", part_of="外贸进出口总额")


def _applied(data: dict[str, Any]) -> None:
    data["survey"]["questions"][2]["options"][0]["text"] = "申报了"


def _left(data: dict[str, Any]) -> None:
    data["milestones"][0]["left"] = "196.7"


RESULT = ("主要经验及做法、存在的问题及原因分析", "主要经验及做法")


def slip(root: str, codes: str, make: Callable[[dict[str, Any]], None]) -> Slip:
    return Slip(root, frozenset(codes.split()), make)


SLIPS = (
    slip("R1-1 占比", "F122", _fact("外贸进出口总额（万美元）", value="47478.00万美元")),
    slip("R1-1 增长", "F503", _say(*RESULT, text="2021年全县货物进出口总额4.29亿美元。2022年全县货物进出口总额47,478.00万美元，同比增长10.49%。")),
    slip("R1-2 台账", "F713", _left),
    slip("R1-2 正文", "F508 F501", _say(ANALYSIS, "项目产出情况", "产出时效", text="2022年度补贴资金共516.7万元，截至2022年12月31日，已拨付310万元，仍余196.7万元尚未拨付。")),
    slip("R1-2 拨付", "F722", _replace("基本情况", "项目概况", "项目资金拨付情况", old="{{ money.paid|with_unit }}", new="516.70万元")),
    slip("R1-3 分析表", "F708", _set("预算执行率", table_value="96%")),
    slip("R1-3 计分", "F701", _set("预算执行率", value="96%", score="6")),
    slip("R1-4", "F718", _goal_in_dollars),
    slip("R1-5", "F509", _say(ANALYSIS, "项目效益情况", "实施效益", text="2021年度外贸进出口总额为4.29亿美元，2022年度外贸进出口总额为4.74万元，增长0.45亿美元。")),
    slip("R1-6 标题", "F709", _replace(ANALYSIS, "项目过程情况", "资金管理", old="{{ groups.资金管理.score }}", new="13")),
    slip("R1-6 问题", "F719", _advance),
    slip("R1-7", "F709", _replace(ANALYSIS, "项目产出情况", "产出质量", old="权重分{{ groups.产出质量.weight }}分，评价得分{{ groups.产出质量.score }}分", new="权重分8分，评价得分8分")),
    slip("R1-8 过程", "F709", _replace(ANALYSIS, "项目过程情况", old="权重分{{ blocks.过程.weight }}分，实际得分{{ blocks.过程.score }}分", new="权重分26分，实际得分16分")),
    slip("R1-8 产出", "F710", _replace(ANALYSIS, "项目产出情况", old="{{ blocks.产出.group_count }}个", new="3个")),
    slip("R1-8 效益", "F710", _replace(ANALYSIS, "项目效益情况", old="{{ blocks.效益.leaf_count }}个", new="3个")),
    slip("R1-8 总数", "F710", _replace("绩效评价工作开展情况", "绩效评价原则、指标体系及评价标准", "评价指标体系和评价标准", old="{{ counts.leaves }}个", new="31个")),
    slip("R1-8 缺段", "F711", _without_cost),
    slip("R1-9", "F706", lambda data: data["indicators"][3].update(table_score="28.5")),
    slip("R1-10", "F708", _shifted),
    slip("R1-11 经济效益", "F708", lambda data: group(data, "实施效益").update(table_name="经济效益")),
    slip("R1-11 满意度100%", "F708", _set("服务对象满意度", table_value="100%")),
    slip("R1-11 较差", "F707", _say("绩效评价工作开展情况", "绩效评价原则、指标体系及评价标准", "评价指标体系和评价标准", text="等级分为四档：60（含）-80分为较差。")),
    slip("R1-11 及时率规则", "F701", _late_rule),
    slip("R1-11 申报数", "F716", _applied),
    slip("R1-11 张家界", "F720", _say("综合评价情况及评价结论", text="总体来看，本次张家界2022年外贸补贴项目效益良好。")),
    slip("R1-11 市商务局", "F720", _say(ANALYSIS, "项目决策情况", "项目立项", text="立项与市商务局的职责范围相符。")),
    slip("R1-11 区财政", "F720", _set("预算执行率", remark="项目资金中，其中区财政预算资金已经支出。")),
    slip("R1-11 222年度", "F514", _opening("县商务局222年度没有拟定申报通知。")),
    slip("R1-11 二是", "F515", _opening("一是自评报告简略。而是指标设置不完整。三是资料保存不齐。")),
    slip("R1-11 破零", "F507", _both(_say(*RESULT, text="2022年“破零”企业8家。"), _say(ANALYSIS, "项目效益情况", "实施效益", text="2022年“破零”企业6家。"))),
    slip("R1-11 百分点", "F509 F503", _say(ANALYSIS, "项目效益情况", "实施效益", text="2022年加工贸易占比10.18%，2021年加工贸易占比9.31%，较2021年上升9.29%。")),
    slip("R1-11 三年增速", "F503", _say(ANALYSIS, "项目效益情况", "实施效益", text="2020年全县外贸进出口总额33287万美元，2021年全县外贸进出口总额4.29亿美元，同比增长12.19%。")),
    slip("R1-11 表号", "F721", _say("综合评价情况及评价结论", text="详见表2-1。")),
    slip("R1-11 相符", "F516", _say(ANALYSIS, "项目决策情况", "项目立项", text="立项符合与部门职责范围相符。")),
)  # fmt: skip
