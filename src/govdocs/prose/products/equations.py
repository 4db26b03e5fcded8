"""Sums that the paper itself prints as such: 95.00%×10＝9.5分, 1238÷1260×100%＝98.25%, （90＋85）÷2＝87.5分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.model.interval import Interval, rounded
from govdocs.model.units import PERCENT, Unit, unit_of
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.words.near_miss import one_slip_apart

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:%|[一-龥㎡]{1,4}(?:/[一-龥㎡]{1,3})?)?"
_TERM = rf"[（(]* *{_NUMBER} *{_UNIT} *[）)]*"
_SIGN = r"[+×xX*✕÷/－−–-]"
_EQUATION = re.compile(
    rf"(?P<left>{_TERM}(?: *{_SIGN} *{_TERM})+) *= *(?P<right>(?P<number>{_NUMBER}) *(?P<unit>{_UNIT}))"
)
_TOKEN = re.compile(rf"(?P<number>{_NUMBER}) *(?P<unit>{_UNIT})|(?P<sign>{_SIGN}|[（()）])")
_JOINS = frozenset("+×xX*✕÷/－−–-.,")
_TIMES, _OVER, _MINUS = frozenset("×xX*✕"), frozenset("÷/"), frozenset("－−–-")
_PLAIN = frozenset("+×✕÷")
"""Signs that only arithmetic uses; 80-89分=3分 may be a scale."""
_HUNDRED = Decimal(100)


class _NoArithmetic(Exception):
    """The signs are none that can be worked out."""


@dataclass(frozen=True)
class _Token:
    sign: str
    value: Interval | None = None


def equations(passage: Passage) -> Iterator[Judgement]:
    """Judge every printed equation of plain numbers; silent where a letter, a word or a ratio stands in it."""
    text = passage.reading.folded
    if "=" not in text:
        return
    for found in _EQUATION.finditer(text):
        before, after = text[: found.start()].rstrip()[-1:], text[found.end() :].lstrip()[:1]
        if before in _JOINS or after in _JOINS - {".", ","}:
            continue
        judged = _judged(passage, found)
        if judged is not None:
            yield judged


def _judged(passage: Passage, found: re.Match[str]) -> Judgement | None:
    left = found["left"]
    lead = left.count("（") + left.count("(") - left.count("）") - left.count(")")
    if lead > 0 and re.match(r"[（(]", left):
        left = left[1:] if lead == 1 else left
    unit = unit_of(found["unit"]) if found["unit"] else None
    number = Decimal(found["number"].replace(",", ""))
    try:
        exact = _worked_out(left, wide=False)
        wide = _worked_out(left, wide=True)
    except _NoArithmetic:
        return None
    scale = Decimal("0.01") if unit is not None and unit.kind == PERCENT else _factor(unit)
    decimals = len(found["number"].partition(".")[2])
    given = Interval.of(number, decimals).scaled(scale)
    cut = Interval.truncated(number, decimals).scaled(scale)
    true = exact.low / scale
    holds = any(value.meets(other) for value in (exact, wide) for other in (given, cut))
    holds = holds or _in_other_unit(true, number, decimals)
    shown = rounded(true, decimals)
    only_strokes = not set(found["left"]) & _PLAIN
    if not holds and only_strokes and (true < 0 or not one_slip_apart(shown, number)):
        return None
    span = found.span("right")
    figure = next((f for f in passage.reading.measures if f.span[0] == span[0]), None)
    cited = Cited(passage, figure.span if figure is not None else span, figure)
    expected = f"{shown:f}{found['unit']}"
    return Judgement(
        "equation", holds, (cited,), expected=expected, actual=cited.text,
        arithmetic=f"{left.strip()}＝{expected}", sureness=Sureness.LIKELY,
    )  # fmt: skip


def _factor(unit: Unit | None) -> Decimal:
    return unit.factor if unit is not None else Decimal(1)


def _in_other_unit(true: Decimal, number: Decimal, decimals: int) -> bool:
    """Tell whether only a unit was left out: 3000×50＝15, in 万元."""
    if true <= 0 or not number:
        return true == number
    away = (number / true).log10().to_integral_value()
    return away != 0 and Interval.of(number, decimals).meets(Interval.exact(true.scaleb(int(away))))


def _worked_out(left: str, *, wide: bool) -> Interval:
    tokens: list[_Token] = []
    end = 0
    for found in _TOKEN.finditer(left):
        if left[end : found.start()].strip():
            raise _NoArithmetic
        end = found.end()
        tokens.append(
            _Token(found["sign"]) if found["sign"] else _Token("", _operand(found, wide=wide))
        )
    value, rest = _sum(tokens, 0)
    if rest != len(tokens):
        raise _NoArithmetic
    return value


def _operand(found: re.Match[str], *, wide: bool) -> Interval:
    number = Decimal(found["number"].replace(",", ""))
    unit = unit_of(found["unit"]) if found["unit"] else None
    decimals = len(found["number"].partition(".")[2])
    # A weight or a point (0.5, 93.5) is as printed; a rate, money and finer numbers may be rounded.
    may_be_rounded = decimals > 1 or (
        decimals == 1 and unit is not None and (unit.kind == PERCENT or unit.factor > 1)
    )
    value = Interval.exact(number)
    if wide and may_be_rounded:
        value = Interval.of(number, decimals)
    if unit is not None and unit.kind == PERCENT:
        return value.scaled(1 / _HUNDRED)
    return value.scaled(_factor(unit))


def _sum(tokens: list[_Token], at: int) -> tuple[Interval, int]:
    value, at = _product(tokens, at)
    while at < len(tokens) and (tokens[at].sign == "+" or tokens[at].sign in _MINUS):
        sign = tokens[at].sign
        other, at = _product(tokens, at + 1)
        value = value.plus(other) if sign == "+" else value.minus(other)
    return value, at


def _product(tokens: list[_Token], at: int) -> tuple[Interval, int]:
    value, at = _term(tokens, at)
    while at < len(tokens) and (tokens[at].sign in _TIMES or tokens[at].sign in _OVER):
        sign = tokens[at].sign
        other, at = _term(tokens, at + 1)
        made = value.times(other) if sign in _TIMES else value.over(other)
        if made is None:
            raise _NoArithmetic
        value = made
    return value, at


def _term(tokens: list[_Token], at: int) -> tuple[Interval, int]:
    if at >= len(tokens):
        raise _NoArithmetic
    token = tokens[at]
    if token.value is not None:
        return token.value, at + 1
    if token.sign not in {"（", "("}:
        raise _NoArithmetic
    value, at = _sum(tokens, at + 1)
    if at >= len(tokens) or tokens[at].sign not in {"）", ")"}:
        raise _NoArithmetic
    return value, at + 1
