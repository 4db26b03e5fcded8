"""Whether an indicator was reached: direction, comparison, share of the target."""

from __future__ import annotations

import re
from decimal import Decimal

from govdocs.checks.agreement import in_base, step_of
from govdocs.model.indicator import Direction, Indicator
from govdocs.model.interval import quotient
from govdocs.model.quantity import Bound, Quantity
from govdocs.model.units import PERCENT

_UPWARD = {Bound.AT_LEAST, Bound.MORE}
_DOWNWARD = {Bound.AT_MOST, Bound.LESS}
_FALLING = re.compile("降低|下降|减少|节约|压减|压缩|缩短|缩减|削减|控制|减排|减幅|降幅")
_COST = re.compile(
    r"(?:成本|费用|单价|造价|耗时|用时|时长|所需时间|办理时限|等待时间|能耗|损耗)(?:标准|水平|支出|总?额|金额)?$"
)
_LOW_IS_GOOD = re.compile(
    r"(?:事故|投诉|差错|错误|违规|违纪|死亡|失业|发病|患病|返贫|辍学|流失|不合格|不良|逾期|超支|超概算|超预算|超标|超期|负债|污染|舆情|信访)"
    r"(?:事件|事故|案件|人员|人口|死亡|发生|问题|项目|资金|总|面积|起|件|人|户|次|例|宗|额)*(?:数|数量|率|额|量|度|情况)?$"
)
_ILL = re.compile("事故|投诉|违规|违纪|失业|患病|返贫|辍学|流失|不合格|不良|逾期|污染|隐患|信访")
_ACTED_ON = re.compile(
    "治理|整治|整改|防治|防控|查处|处置|处理|化解|排查|消除|救助|帮扶|扶持|资助|补助|补贴|修复|恢复"
    "|追回|清退|清收|劝返|安置|就业|培训|保险|回收|办结|结案|满意|受理|回访|支持|检查|检测|监测"
)
_IS_COST = re.compile("成本")
_COUNTED = re.compile(r"(?:数|数量|面积|里程|长度|率|人次|户次|度)$")


def direction_of(row: Indicator) -> Direction | None:
    """Which way ``row`` is good; None where only its author can know.

    The stated direction counts, then the sign of the target, then words of the name that leave no
    doubt; a plain quantity without either is the better the higher.
    """
    if row.direction is not None:
        return row.direction
    if isinstance(row.target, Quantity):
        if row.target.bound in _UPWARD:
            return Direction.HIGHER
        if row.target.bound in _DOWNWARD:
            return Direction.LOWER
        if row.target.bound is Bound.ABOUT:
            return None
    return _direction_by_name(row)


def _direction_by_name(row: Indicator) -> Direction | None:
    name = row.name
    if _FALLING.search(name):
        # 成本下降率 grows with success; 控制率 may mean either.
        return None if "控制" in name or not _is_rate(row) else Direction.HIGHER
    if _COST.search(name):
        return None if _is_rate(row) else Direction.LOWER
    if _ILL.search(name) and _ACTED_ON.search(name):
        # What is done about an ill (治理水土流失面积) is the better the more; its time is not.
        return Direction.HIGHER if _COUNTED.search(name) else None
    if _LOW_IS_GOOD.search(name):
        return None if _is_rate(row) and "率" not in name else Direction.LOWER
    # A cost that is a standard to be kept (补助标准 120元/亩) is good neither way.
    return None if _IS_COST.search(row.level2 + row.level1) else Direction.HIGHER


def _is_rate(row: Indicator) -> bool:
    return isinstance(row.target, Quantity) and row.target.kind == PERCENT


def comparable(target: Quantity, actual: Quantity) -> bool:
    """Tell whether two figures count the same: one kind, or a bare number beside a plain count."""
    if target.kind and actual.kind:
        return target.kind == actual.kind
    lone = target.unit or actual.unit
    return lone is None or lone.factor == 1


def is_missed(row: Indicator, target: Quantity, actual: Quantity) -> bool | None:
    """Tell whether ``actual`` fails ``target``; None where direction or printing leave it open."""
    direction = direction_of(row)
    if direction is None or not comparable(target, actual):
        return None
    wanted, reached = in_base(target), in_base(actual)
    if wanted == reached:
        if actual.bound is target.bound:  # systems print the sign before the value as well
            return False
        if target.bound is Bound.MORE:
            return actual.bound is not Bound.MORE
        if target.bound is Bound.LESS:
            return actual.bound is not Bound.LESS
        return False
    if step_of(actual) > step_of(target) and abs(wanted - reached) <= step_of(actual) / 2:
        return None
    higher = reached > wanted
    if direction is Direction.EQUAL:
        return True
    good = higher if direction is Direction.HIGHER else not higher
    if not good and _open_towards(actual, direction):
        return None
    return not good


def _open_towards(actual: Quantity, direction: Direction) -> bool:
    """An actual such as 4000余 may yet lie beyond a target that its number does not reach."""
    if actual.bound is Bound.ABOUT:
        return True
    if direction is Direction.HIGHER:
        return actual.bound is Bound.MORE
    return actual.bound is Bound.LESS


def share_of_target(target: Quantity, actual: Quantity) -> Decimal | None:
    """完成值 in percent of 指标值; None without a positive target of the same kind."""
    if not comparable(target, actual) or in_base(target) <= 0:
        return None
    return quotient(in_base(actual) * 100, in_base(target))
