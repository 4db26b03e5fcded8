"""A small case with an indicator of each kind, its units, and forms filled for them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from govdocs.forms.catalogue import form_set_of
from govdocs.intake import write_case_yaml
from govdocs.model.case import read_case
from govdocs.rollup.base_case import BaseCase, base_of
from govdocs.rollup.handing_out.stamping import FormPress
from govdocs.rollup.run import RollupOptions, RollupRun, roll_up
from govdocs.rollup.taking_in.take_in import Spread
from govdocs.rollup.units import Level, Unit, UnitList
from tests.rollup.filling import Value, filled

JOBS, RATE, QUALITY, HIGHEST, LOWEST, ALL_OPEN, PEOPLE, EXECUTION = range(1, 9)


def case_data() -> dict[str, Any]:
    rows = [
        ("产出指标", "数量指标", "培训场次", "100场", "绝对值"),
        ("产出指标", "质量指标", "培训合格率", "95%", "相对值"),
        ("产出指标", "质量指标", "培训效果", "良好", "定性"),
        ("产出指标", "时效指标", "最长办理天数", "10天", "最大值"),
        ("产出指标", "成本指标", "最低补贴标准", "50元", "最小值"),
        ("效益指标", "社会效益指标", "是否全部公开", "是", "是否"),
        ("效益指标", "社会效益指标", "新增就业", "1.2万人", "绝对值"),
        ("产出指标", "时效指标", "预算执行率", "100%", "相对值"),
    ]
    return {
        "form": "transfer-2018",
        "year": "2017",
        "region": "某省",
        "money_unit": "万元",
        "fund": {"name": "某专项资金", "ministry": "某部", "line_department": "某厅"},
        "budget": {},
        "execution": {},
        "indicators": [
            dict(zip(("level1", "level2", "name", "target", "kind"), row, strict=True))
            for row in rows
        ],
    }


@cache
def base() -> BaseCase:
    case = read_case(case_data())
    return base_of(case, form_set_of(case))


@cache
def press() -> FormPress:
    return FormPress(base().definition)


def case_file(folder: Path) -> Path:
    path = folder / "案卷.yaml"
    path.write_text(write_case_yaml(base().case), "utf-8")
    return path


def units(*reporting: str) -> UnitList:
    """A province with two prefectures; units named 甲… report to the first, the others to the second."""
    parents = {name: "东市" if name.startswith("甲") else "西市" for name in reporting}
    above = [Unit(name, Level.PREFECTURE, "某省") for name in sorted(set(parents.values()))]
    below = [Unit(name, Level.COUNTY, parent) for name, parent in parents.items()]
    return UnitList((Unit("某省", Level.PROVINCE), *above, *below))


def form(
    name: str,
    values: Mapping[int | str, Value] | None = None,
    budget: str = "100",
    executed: str = "90",
    parent: str = "东市",
) -> bytes:
    """A filled form; ``values`` by indicator number or defined name."""
    blank = press().form_for(Unit(name, Level.COUNTY, parent), "某省")
    cells: dict[str, Value] = {}
    if budget:
        cells["gd_central_budget"] = Decimal(budget)
    if executed:
        cells["gd_central_executed"] = Decimal(executed)
    for key, value in (values or {}).items():
        cells[f"gd_i{key:03d}_actual" if isinstance(key, int) else key] = value
    return filled(blank, cells)


def put(folder: Path, forms: Mapping[str, bytes]) -> Path:
    """Write forms as ``name.xlsx`` into ``folder/表格``."""
    where = folder / "表格"
    where.mkdir(exist_ok=True)
    for name, data in forms.items():
        (where / (name if "." in name else f"{name}.xlsx")).write_bytes(data)
    return where


def run_of(
    folder: Path, forms: Mapping[str, bytes], listed: UnitList | None = None, **options: Any
) -> RollupRun:
    """Roll up forms in this process."""
    where = put(folder, forms)
    wanted = RollupOptions(case=case_file(folder), units=listed, spread=Spread(1), **options)
    return roll_up([where], wanted)


def value_of(run: RollupRun, number: int) -> str | None:
    """The printed value of an indicator in a result."""
    return run.record.figures[number - 1].value


def codes(run: RollupRun) -> list[str]:
    """What was met, without notes about indicators that nobody filled."""
    return [
        met.problem.code.removeprefix("rollup.")
        for met in run.met
        if met.problem.code not in ("rollup.all_blank", "rollup.no_list")
    ]
