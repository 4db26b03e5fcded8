"""What the checks see: each figure of a case changed by one digit, one unit, one sign.

    python benchmarks/mutations.py [CASE.yaml] [--corrected] [--list]

A change counts as found when the case is then refused at that value, or when a finding that was
not there before names that very value as one of its places. What is not found is listed with
the reason why no rule can know.
"""

from __future__ import annotations

import argparse
import copy
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from govdocs.checks.engine import run_checks
from govdocs.checks.example import text_data
from govdocs.checks.subject import Subject
from govdocs.errors import GovdocsError
from govdocs.finding import Finding
from govdocs.forms.catalogue import form_set_of
from govdocs.model.case import read_case
from govdocs.place import Path as CasePath
from govdocs.place import dotted

FIGURES = frozenset(
    [
        "amount",
        "total",
        "central",
        "local",
        "issued",
        "budget",
        "executed",
        "rate",
        "target",
        "reported_target",
        "actual",
        "weight",
        "score",
        "value",
        "growth",
        "share",
        "previous",
    ]
)
PROSE = frozenset(
    {"paragraphs", "opening", "closing", "title", "notes", "goals", "achieved", "planned"}
)
_DIGITS = re.compile(r"\d")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_OTHER_UNIT = {
    "亿美元": "亿元", "万美元": "万元", "万人": "人", "亿元": "万元", "万元": "元", "%": "个百分点",
    "人": "万人", "家": "个", "个": "家", "项": "个", "起": "件", "年": "个月", "个百分点": "%",
}  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    """One value changed: ``kind`` is 数字, 单位, 正负 or 正文数字."""

    path: CasePath
    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class Outcome:
    """What became of a mutation: the codes that named its place, 读入 where it was refused."""

    mutation: Mutation
    codes: tuple[str, ...]

    @property
    def found(self) -> bool:
        return bool(self.codes)


def values(node: Any, path: CasePath = ()) -> Iterator[tuple[CasePath, str]]:
    """Every text of the case data with its path."""
    if isinstance(node, dict):
        for key, child in node.items():
            yield from values(child, (*path, key))
    elif isinstance(node, list):
        for at, child in enumerate(node):
            yield from values(child, (*path, at))
    elif isinstance(node, str):
        yield path, node


def mutations(data: Any) -> Iterator[Mutation]:
    """All single changes of the figures in ``data``."""
    other_unit = "万元" if data.get("money_unit") == "元" else "元"
    for path, text in values({k: v for k, v in data.items() if k not in {"accepted", "settings"}}):
        if path[-1] in FIGURES and _DIGITS.search(text):
            yield from _of_figure(path, text, other_unit)
        elif PROSE & set(path):
            yield from _of_prose(path, text)


def _of_figure(path: CasePath, text: str, other_unit: str) -> Iterator[Mutation]:
    places = [match.start() for match in _DIGITS.finditer(text)]
    for at in dict.fromkeys((places[0], places[-1])):
        yield Mutation(path, "数字", text, _digit_changed(text, at))
    unit = text[places[-1] + 1 :]
    if unit in _OTHER_UNIT:
        yield Mutation(path, "单位", text, text[: places[-1] + 1] + _OTHER_UNIT[unit])
    elif not unit:
        yield Mutation(path, "单位", text, f"{text}{other_unit}")
    yield Mutation(path, "正负", text, text[: places[0]] + "-" + text[places[0] :])


def _of_prose(path: CasePath, text: str) -> Iterator[Mutation]:
    hidden = _TAG.sub(lambda match: " " * len(match[0]), text)
    for match in _NUMBER.finditer(hidden):
        changed = _digit_changed(text, match.end() - 1)
        yield Mutation(path, "正文数字", match[0], changed[match.start() : match.end()])


def _digit_changed(text: str, at: int) -> str:
    return f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"


def mutated(data: Any, mutation: Mutation) -> Any:
    """A copy of ``data`` with the one change."""
    changed = copy.deepcopy(data)
    node = changed
    for step in mutation.path[:-1]:
        node = node[step]
    last = mutation.path[-1]
    old = str(node[last])
    whole = mutation.kind != "正文数字"
    node[last] = mutation.after if whole else old.replace(mutation.before, mutation.after, 1)
    return changed


def findings_of(data: Any) -> list[Finding]:
    """All findings on ``data``, those below a head included."""
    case = read_case(data)

    def every(findings: tuple[Finding, ...]) -> Iterator[Finding]:
        for finding in findings:
            yield finding
            yield from every(finding.below)

    return list(every(run_checks(Subject(case, form_set_of(case))).findings))


def _key(finding: Finding) -> tuple[object, ...]:
    return (finding.code, finding.variant, tuple((s.path, s.shown) for s in finding.spots))


def measure(data: Any) -> Iterator[Outcome]:
    """Make every change in turn and tell what named it."""
    base = {name: value for name, value in data.items() if name != "accepted"}
    before = {_key(finding) for finding in findings_of(base)}
    for mutation in mutations(base):
        yield Outcome(mutation, _codes(mutated(base, mutation), mutation, before))


def _codes(data: Any, mutation: Mutation, before: set[tuple[object, ...]]) -> tuple[str, ...]:
    try:
        found = findings_of(data)
    except (ValidationError, GovdocsError):
        return ("读入",)
    new = (f for f in found if _key(f) not in before)
    return tuple(sorted({f.code for f in new if any(s.path == mutation.path for s in f.spots)}))


def why_unknown(mutation: Mutation, data: Any) -> str:
    """Say what is missing that could tell the change."""
    field = str(mutation.path[-1])
    if mutation.path[0] == "facts":
        row = data["facts"][mutation.path[1]]
        if field == "growth" and "previous" not in row:
            return "同比增长：案卷没有上年数"
        return "正文数据：只此一处，没有第二个数可比，或改后仍不矛盾"
    if field == "actual":
        return "完成值：只此一处，改后仍与指标值相容"
    if field in {"target", "reported_target"}:
        return "指标值：另一附件照此印出，或改后仍不矛盾"
    if mutation.kind == "正文数字":
        return "正文中的年份、文号、序号等：没有第二处可比"
    return "其他：改后与各处仍不矛盾"


def report(outcomes: list[Outcome], data: Any, *, every: bool) -> str:
    """The share found, by kind, and what was not found, by reason."""
    lines = []
    for kind in ("数字", "单位", "正负", "正文数字"):
        own = [o for o in outcomes if o.mutation.kind == kind]
        if own:
            hits = sum(o.found for o in own)
            lines.append(f"{kind}：{hits}/{len(own)}（{hits / len(own):.0%}）")
    hits = sum(o.found for o in outcomes)
    lines.append(f"合计：{hits}/{len(outcomes)}（{hits / len(outcomes):.0%}）")
    missed = [o for o in outcomes if not o.found]
    lines += [
        f"  {n:4d}  {why}"
        for why, n in Counter(why_unknown(o.mutation, data) for o in missed).most_common()
    ]
    if every:
        lines += [
            f"    {dotted(o.mutation.path)}  {o.mutation.kind}  {o.mutation.before} → {o.mutation.after}"
            for o in missed
        ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description="How many single changes of a case the checks find."
    )
    parser.add_argument("case", nargs="?", default="data/2017-hunan.yaml", type=Path)
    parser.add_argument("--corrected", action="store_true", help="the corrected copy of the tests")
    parser.add_argument("--list", action="store_true", help="name every change that was not found")
    chosen = parser.parse_args()
    data = text_data(chosen.case.read_text("utf-8"))
    if chosen.corrected:
        sys.path.insert(0, str(Path(__file__).parents[1]))
        from tests.checks.cases import corrected_data

        data = corrected_data()
    print(report(list(measure(data)), data, every=chosen.list))


if __name__ == "__main__":
    main()
