"""Pieces of evaluation cases for the rules' pages."""

from __future__ import annotations

KIND = "kind: 重点绩效评价\n"

_OTHER = """
  - name: 产出
    groups:
      - name: 产出质量
        indicators:
          - {name: 促进企业发展, weight: 60, value: 一般促进, rule: {kind: 按评语得分, words: [{word: 有效促进, points: 60}, {word: 一般促进, points: 50}, {word: 没有, points: 0}]}}
"""


def piece(text: str) -> str:
    """A fragment over the small correct evaluation."""
    return KIND + text


def leaf(fields: str, *, group: str = "", block: str = "") -> str:
    """A fragment in which 资金管理 has one indicator of weight 40 with ``fields``."""
    extra = f"\n        {group}" if group else ""
    of_block = f"\n    {block}" if block else ""
    return piece(
        f"indicators:\n  - name: 过程{of_block}\n    groups:\n      - name: 资金管理{extra}\n"
        f"        indicators:\n          - {{name: 预算执行率, weight: 40, {fields}}}{_OTHER}"
    )


STEPS = "measure: 预算执行率, rule: {kind: 分档得分, steps: [{at_least: 100%, points: 40}, {at_least: 90%, points: 20}]}"
