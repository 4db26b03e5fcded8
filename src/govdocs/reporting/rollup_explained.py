"""The explanation of one figure of a roll-up in words and columns."""

from __future__ import annotations

from pathlib import Path

from govdocs.reporting.place_text import place_text
from govdocs.rollup.adding_up.exact import plain
from govdocs.rollup.adding_up.execution_rate import EXECUTION_RATE
from govdocs.rollup.result.explain import Explanation, Source, explain


def explanation_text(result: Path, figure: str) -> str:
    """Explain a figure of a result; InputError where there is none of that name."""
    return "\n".join(_lines(explain(result, figure)))


def _lines(found: Explanation) -> list[str]:
    f = found.figure
    value = f"{f.value}{f.unit or ''}" if f.value is not None else "空白"
    lines = [f"{found.unit}“{f.name}”：{value}", f"汇总方式：{f.kind}"]
    if f.kind == EXECUTION_RATE:
        lines.append(f"算式：ΣB÷ΣA×100%＝{f.weighted}÷{f.weights}×100%，尾差 {f.residue or '0'}")
    elif f.weights is not None:
        lines.append(
            f"权数：{found.weight}；算式：Σ（值×权）÷Σ权＝{f.weighted}÷{f.weights}，"
            f"尾差 {f.residue or '0'}"
        )
    elif f.total is not None:
        lines.append(f"精确合计：{f.total}{f.unit or ''}，尾差 {f.residue or '0'}")
    if f.band:
        lines.append(f"完成档次：{f.band}")
    counted = [s for s in found.sources if s.counts]
    lines += ["", f"计入 {len(counted)} 个单位："]
    lines += [_source(s, found) for s in counted]
    others = [s for s in found.sources if not s.counts]
    if others:
        lines += ["", f"未参与 {len(others)} 个单位："]
        lines += [f"  {s.unit}　{_why(s, found)}　{place_text(s.place)}" for s in others]
    if found.missing:
        lines += ["", f"缺报 {len(found.missing)} 个单位：{'、'.join(found.missing)}"]
    if found.subtotals:
        lines += ["", "各级小计："]
        lines += [
            f"  {s.unit}（{s.level}）　{s.figure.value or '空白'}{s.figure.unit or ''}"
            f"　{s.figure.covered} 个单位"
            for s in found.subtotals
        ]
    return lines


def _source(one: Source, found: Explanation) -> str:
    number = plain(one.number) if one.number is not None else ""
    if found.figure.kind == EXECUTION_RATE:
        value = f"B {number}　A {plain(one.weight) if one.weight is not None else ''}"
    else:
        value = f"{number}{found.figure.unit or ''}"
        if one.weight is not None:
            value += f"　权 {plain(one.weight)}"
    parent = f"（{one.parent}）" if one.parent else ""
    return f"  {one.unit}{parent}　{value}　{place_text(one.place)}"


def _why(one: Source, found: Explanation) -> str:
    if one.number is not None:
        return f"{plain(one.number)}{found.figure.unit or ''}，没有权数"
    return one.state.value
