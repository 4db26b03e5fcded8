"""Trees of other shapes than the example's, each row with its score computed apart by fractions."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

F = Fraction


@dataclass
class Tree:
    """Indicators of a case, what each must score, and the settings that they ask for."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    points: dict[str, Fraction] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def block(self, name: str, **groups: list[tuple[Any, ...]]) -> Tree:
        """Add a 一级指标 of ``groups``; a row is (name, weight, rule, exact points, more fields)."""
        own = []
        for group, rows in groups.items():
            leaves = []
            for label, weight, rule, exact, more in rows:
                self.points[label] = rounded(F(exact))
                leaves.append({"name": label, "weight": weight, "rule": rule, **more})
            own.append({"name": group, "indicators": leaves})
        self.blocks.append({"name": name, "groups": own})
        return self

    def of(self, *names: str) -> Fraction:
        """The points of these rows together."""
        return sum((self.points[name] for name in names), F(0))


def rounded(exact: Fraction, decimals: int = 2) -> Fraction:
    """Round half up."""
    scaled = exact * 10**decimals
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    return F(whole + (2 * rest >= scaled.denominator), 10**decimals)


def _steps(*pairs: tuple[str, str]) -> dict[str, Any]:
    return {"kind": "分档得分", "steps": [{"at_least": a, "points": p} for a, p in pairs]}


def _target(target: str) -> dict[str, Any]:
    return {"kind": "按指标值得分", "target": target}


def _clauses(*rows: tuple[str, str]) -> dict[str, Any]:
    clauses = [{"text": f"第{n}条", "points": p, "met": met} for n, (p, met) in enumerate(rows, 1)]
    return {"kind": "逐条得分", "conditions": clauses}


def uneven() -> Tree:
    """Three levels, one to three groups a block, weights with decimals, a rule of every kind."""
    words = [{"word": "健全", "points": "3.3"}, {"word": "较健全", "points": "2.2"}]
    fell = [{"word": "明显下降", "points": "5"}, {"word": "没有下降", "points": "0"}]
    faults = [{"text": "截留", "points": "2", "met": "否"}, {"text": "虚列", "points": "2", "met": "是"}]  # fmt: skip
    graded = {"text": "等级", "points": "3", "grade": "良", "grades": [
        {"word": "优", "points": "3"}, {"word": "良", "points": "2.4"}]}  # fmt: skip
    tree = Tree()
    tree.block("决策", 立项=[
        ("依据充分性", "3.5", _clauses(("1.75", "是"), ("1.25", "否"), ("0.5", "是")), F("2.25"), {}),
    ])  # fmt: skip
    tree.block("过程", 资金=[
        ("到位率", "2.25", {"kind": "每减扣分", "deduct": "4%"}, F("2.25") * (1 - F(4, 100) * F("2.12")), {"value": "97.88%"}),
        ("执行率", "7.75", _steps(("100%", "7.75"), ("95%", "6.5"), ("85%", "4.25")), F("4.25"), {"value": "89.29%"}),
        ("合规性", "4", {"kind": "逐条扣分", "conditions": faults}, 2, {}),
        ("及时率", "1.5", {"kind": "按比例得分"}, F("1.5") * F("92.66") / 100, {"value": "92.66%"}),
    ], 组织=[
        ("制度", "3.3", {"kind": "按评语得分", "words": words}, F("2.2"), {"value": "较健全"}),
        ("合同", "2.7", {"kind": "每处扣分", "full": "规范", "deduct": "0.4"}, F("2.7") - 3 * F("0.4"), {"value": "3处"}),
    ], 监督=[("自评", "5", {"kind": "逐条得分", "conditions": [graded, {"text": "及时", "points": "2", "met": "是"}]}, F("4.4"), {})])  # fmt: skip
    tree.block("产出", 数量=[
        ("里程", "10", _target("≥300公里"), F(290 * 10, 300), {"value": "290公里"}),
        ("保洁", "4", _target("100%"), F(97 * 4, 100), {"value": "97%"}),
    ], 质量=[("优良率", "6", _target("≥80%"), 6, {"value": "83.4%"})],
    时效=[
        ("处置时间", "5", _target("≤24小时"), F(24 * 5, 30), {"value": "30小时"}),
        ("工期", "5", _steps(("≤100天", "5"), ("≤120天", "3"), ("≤150天", "1")), 3, {"value": "101天"}),
    ], 成本=[("单位成本", "5", _target("≤4.5万元"), F("4.5") * 5 / F("4.62"), {"value": "4.62万元"})])  # fmt: skip
    tree.block("效益", 社会=[
        ("出行", "15", {"kind": "定性分档"}, F("12.5"), {"value": "达成年度指标", "judged": {"points": "12.5", "reason": "大部分改善"}}),
        ("事故", "5", {"kind": "按评语得分", "discretion": "是", "words": fell}, F("3.5"), {"value": "略降", "judged": {"points": "3.5", "reason": "略有下降"}}),
    ], 满意=[("群众满意", "15", {"kind": "每减扣分", "target": "95%", "deduct": "0.3分"}, 15 - F("0.3") * F("13.1"), {"value": "81.9%"})])  # fmt: skip
    return tree


def by_difference() -> Tree:
    """Blocks of one row a group, the reverse formula of the budget system, a target of nought."""
    tree = Tree(settings={"reverse_formula": "差额"})
    tree.block("投入", 执行=[("执行率", "10", {"kind": "按比例得分"}, F("99.27") / 10, {"value": "99.27%"})],
               制度=[("制度", "10", _clauses(*[("0.5", "是" if n % 5 else "否") for n in range(1, 21)]), 8, {})])  # fmt: skip
    tree.block("产出", 人次=[("培训", "30", _target("≥1.2万人次"), 30, {"value": "12345人次"})],
               单价=[("单价", "20", _target("≤400元/人"), 20 - F(30 * 20, 400), {"value": "430元/人"})])  # fmt: skip
    tree.block("效果", 就业=[("就业率", "20", {"kind": "每减扣分", "target": "80%", "per": "2%", "deduct": "5%"}, 20 * (1 - F(5, 100) * F("6.5") / 2), {"value": "73.5%"})],
               投诉=[("投诉", "10", _target("≤0件"), 0, {"value": "2件"})])  # fmt: skip
    return tree


def low() -> Tree:
    """Five blocks, thirty-three rows, a total of the lowest grade."""
    words = [{"word": w, "points": p} for w, p in (("好", "2.5"), ("中", "1.25"), ("差", "0"))]
    tree = Tree()
    for b in range(1, 5):
        groups = {}
        for g in range(1, 3):
            groups[f"甲{b}{g}"] = [
                (f"指标{b}{g}{n}", "2.5", {"kind": "按评语得分", "words": words},
                 [F("2.5"), F("1.25"), F(0)][(b + g + n) % 3], {"value": "好中差"[(b + g + n) % 3]})
                for n in range(1, 5)
            ]  # fmt: skip
        tree.block(f"乙{b}", **groups)
    return tree.block("执行", 执行=[("执行率", "20", {"kind": "每减扣分", "deduct": "2%"}, 0, {"value": "41.67%"})])  # fmt: skip
