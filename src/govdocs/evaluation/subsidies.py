"""What a firm may get by the subsidy policy, and which grants go beyond it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.evaluation.funds import Recipient
from govdocs.model.evaluation.policy import Policy, PolicyPeriod, Tariff, TradeFigure
from govdocs.model.quantity import Quantity
from govdocs.model.units import DOLLAR, MONEY


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a firm may get at most, in 元; ``trouble`` names what could not be computed.

    ``steps`` show the arithmetic line by line. ``trouble`` is empty, ``no_trade``,
    ``unknown_period``, ``unknown_tariff``, ``not_dollars``, ``no_base``, ``trade_twice`` (one tariff of one
    period stands twice, so its base and cap would count twice) or ``cap_not_money``.
    """

    most: Decimal | None
    steps: tuple[str, ...] = ()
    trouble: str = ""


def tariff_amount(tariff: Tariff, trade: Decimal, base: Decimal | None) -> Decimal | None:
    """元 for ``trade`` dollars under one line, before its cap; None where a base is needed.

    ``on_top``: the rate on all trade and the increment's rate on what exceeds the base besides;
    otherwise each part at its own rate.
    """
    if tariff.increment is None:
        return trade * tariff.rate.number
    if base is None:
        return None
    beyond = max(trade - base, Decimal(0))
    within = trade if tariff.on_top else trade - beyond
    return within * tariff.rate.number + beyond * tariff.increment.number


def entitlement(policy: Policy, recipient: Recipient) -> Entitlement:
    """Compute what ``recipient`` may get at most over all periods."""
    if not recipient.trade:
        return Entitlement(None, trouble="no_trade")
    periods = {period.name: period for period in policy.periods}
    total = Decimal(0)
    steps: list[str] = []
    for name in dict.fromkeys(figure.period for figure in recipient.trade):
        period = periods.get(name)
        if period is None:
            return Entitlement(None, trouble="unknown_period")
        figures = [figure for figure in recipient.trade if figure.period == name]
        done = _period(period, figures)
        if done.most is None:
            return done
        total += done.most
        steps += done.steps
    most = _capped(total, policy.firm_cap)
    if most is None:
        return Entitlement(None, trouble="cap_not_money")
    if most < total:
        steps.append(f"累计上限{policy.firm_cap.text if policy.firm_cap else ''}")
    return Entitlement(most, tuple(steps))


def _period(period: PolicyPeriod, figures: list[TradeFigure]) -> Entitlement:
    tariffs = {tariff.name: tariff for tariff in period.tariffs}
    amounts: dict[str, Decimal] = {}
    steps = []
    for figure in figures:
        tariff = tariffs.get(figure.tariff)
        if tariff is None:
            return Entitlement(None, trouble="unknown_tariff")
        if figure.tariff in amounts:
            return Entitlement(None, trouble="trade_twice")
        dollars = _in(figure.amount, DOLLAR)
        base = None if figure.base is None else _in(figure.base, DOLLAR)
        if dollars is None or (figure.base is not None and base is None):
            return Entitlement(None, trouble="not_dollars")
        amount = tariff_amount(tariff, dollars, base)
        if amount is None:
            return Entitlement(None, trouble="no_base")
        capped = _capped(amount, tariff.cap)
        if capped is None:
            return Entitlement(None, trouble="cap_not_money")
        amounts[figure.tariff] = capped
        told = f"{period.name}{figure.tariff}{figure.amount.text}：{amount.normalize():f}元"
        if capped < amount and tariff.cap is not None:
            told += f"，上限{tariff.cap.text}"
        steps.append(told)
    total = sum(amounts.values(), Decimal(0))
    for group in period.caps:
        limit = _in(group.cap, MONEY)
        if limit is None:
            return Entitlement(None, trouble="cap_not_money")
        together = sum((amounts.get(name, Decimal(0)) for name in group.tariffs), Decimal(0))
        if together > limit:
            total -= together - limit
            steps.append(f"{'、'.join(group.tariffs)}合计上限{group.cap.text}")
    return Entitlement(total, tuple(steps))


def _capped(amount: Decimal, cap: Quantity | None) -> Decimal | None:
    if cap is None:
        return amount
    limit = _in(cap, MONEY)
    return None if limit is None else min(amount, limit)


def _in(figure: Quantity, kind: str) -> Decimal | None:
    if figure.unit is None or figure.kind != kind:
        return None
    return figure.number * figure.unit.factor


def above_cap(policy: Policy, recipient: Recipient) -> bool:
    """Tell whether a grant exceeds the firm's cap, or what its trade entitles it to."""
    granted = _in(recipient.allocated, MONEY)
    if granted is None:
        return False
    limit = None if policy.firm_cap is None else _in(policy.firm_cap, MONEY)
    if limit is not None and granted > limit:
        return True
    most = entitlement(policy, recipient).most
    return most is not None and granted > most
