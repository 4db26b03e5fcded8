"""How long the checks take on cases of growing size, and which rules take it.

    python benchmarks/checks.py [--rows 5000] [--rules]

The case is the small one of the rule pages with made-up indicators: every tenth renamed in
attachment 2, every seventh missed without a reason, every ninth blank, some in one attachment
alone. Times are the best of three in one process, the case already read.
"""

from __future__ import annotations

import argparse
import time
from typing import Any

from govdocs.checks.engine import run_checks
from govdocs.checks.example import laid_over, small_case_text, text_data
from govdocs.checks.registry import all_rules
from govdocs.checks.subject import Subject
from govdocs.forms.catalogue import form_set_of
from govdocs.model.case import read_case

PLACES = ("城关", "东乡", "西塘", "南坪", "北山", "河口", "石桥", "新圩", "老街", "梅岭")
WORKS = (
    "农村公路养护",
    "水库除险加固",
    "职业技能培训",
    "学校食堂改造",
    "社区卫生服务",
    "茶叶良种推广",
)


def indicator(at: int) -> dict[str, str]:
    """One made-up row, different from all others by its name."""
    place = PLACES[at % 10] + PLACES[at // 10 % 10] + PLACES[at // 100 % 10]
    row = {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": f"{place}{WORKS[at % 6]}第{at}批项目数量",
        "target": f"{100 + at % 900}个",
        "actual": f"{100 + at % 900}个",
    }
    if at % 10 == 0:
        row["reported_name"] = row["name"].replace("数量", "数")
    if at % 7 == 0:
        row["actual"] = f"{at % 97}个"
    if at % 9 == 0:
        del row["target"], row["actual"]
    if at % 23 == 0:
        row["filed"] = "仅附件1"
        row.pop("reported_name", None)
    return row


def reason(at: int) -> str:
    """Prose with five figures, as offices write it beside a missed target."""
    done, planned = 40 + at % 50, 100 + at % 50
    return (
        f"受汛期影响，第{at % 7 + 1}批{planned}个项目中{done}个推迟{at % 5 + 1}个月，"
        f"涉及资金{at % 900 + 100}.{at % 90 + 10}万元，完成率{done * 100 // planned}%"
    )


def subject_of(rows: int, *, reasons: bool = False) -> Subject:
    made = [indicator(at) for at in range(rows)]
    if reasons:
        made = [{**row, "reason": reason(at)} for at, row in enumerate(made)]
    data: Any = laid_over(text_data(small_case_text()), {"indicators": made})
    case = read_case(data)
    return Subject(case, form_set_of(case))


def best_of_three(subject: Subject) -> tuple[float, int]:
    times = []
    for _ in range(3):
        fresh = Subject(subject.case, subject.forms)
        start = time.perf_counter()
        result = run_checks(fresh)
        times.append(time.perf_counter() - start)
    return min(times), len(result.findings)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the checks.")
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--rules", action="store_true", help="the ten slowest rules as well")
    parser.add_argument("--reasons", action="store_true", help="prose in every row")
    chosen = parser.parse_args()
    run_checks(subject_of(10))
    for rows in (chosen.rows // 4, chosen.rows // 2, chosen.rows):
        seconds, findings = best_of_three(subject_of(rows, reasons=chosen.reasons))
        print(
            f"{rows:6d} 行指标  {seconds:6.2f} 秒  每千行 {seconds / rows * 1000:5.3f} 秒  {findings} 条问题"
        )
    if chosen.rules:
        subject = subject_of(chosen.rows, reasons=chosen.reasons)
        _ = subject.context
        spent = []
        for rule in all_rules():
            start = time.perf_counter()
            list(rule.check(subject))
            spent.append((time.perf_counter() - start, rule.code, rule.name))
        for seconds, code, name in sorted(spent, reverse=True)[:10]:
            print(f"{code}  {seconds:6.3f} 秒  {name}")


if __name__ == "__main__":
    main()
