"""Reasons, measures and remarks of the units, each with its unit's name."""

from __future__ import annotations

from collections.abc import Iterable

from govdocs.rollup.judging.returns import UnitReturn

LONGEST = 2_000
"""A cell of the paper; what is longer stands whole in the record and the workbook."""
_MOST_NAMES = 12


def collected(units: Iterable[UnitReturn], key: str) -> str | None:
    """Join what units wrote under ``key``: equal texts once, with all their units; None for none."""
    by_text: dict[str, list[str]] = {}
    for unit in units:
        if key in unit.texts:
            by_text.setdefault(unit.texts[key][1].strip("；;。 \n"), []).append(unit.name)
    if not by_text:
        return None
    pieces = [f"{_named(names)}：{text}" for text, names in by_text.items() if text]
    joined = ""
    for count, piece in enumerate(pieces):
        longer = f"{joined}；{piece}" if joined else piece
        if len(longer) > LONGEST:
            rest = len(pieces) - count
            return f"{joined or piece[:LONGEST]}；另有{rest}项说明见汇总工作簿“原因和措施”表。"
        joined = longer
    return f"{joined}。" if joined else None


def _named(names: list[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return "、".join(names)
    return f"{'、'.join(names[:_MOST_NAMES])}等{len(names)}个单位"
