"""Makes data/rollup/2017-hunan-errors: one form for each thing that goes wrong, and what is said.

    PYTHONPATH=src:. python benchmarks/make_rollup_errors.py

``说明.txt`` is the golden text: written here, looked through by a person, held by a test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from tests.rollup import mischief as m
from tests.rollup.filling import Value, actual, filled, names_of

from govdocs.reporting.rollup_met import met_lines
from govdocs.rollup.base_case import load_base
from govdocs.rollup.handing_out.stamping import FormPress
from govdocs.rollup.policy import Consequence, Policy
from govdocs.rollup.run import RollupOptions, roll_up
from govdocs.rollup.taking_in.take_in import Spread
from govdocs.rollup.unit_list_file import load_unit_list
from govdocs.rollup.units import Level, Unit

ROOT = Path(__file__).parents[1] / "data" / "rollup"
CASE = ROOT / "2017-hunan" / "案卷.yaml"
TARGET = ROOT / "2017-hunan-errors"
GOLDEN = "说明.txt"
POLICY = Policy(changed={"rollup.unit_twice": Consequence.LEAVE_FORM})
"""标准, but that two different files of a unit do not stop the run, so that all is said."""

PROJECTS, PEOPLE, EFFECT, RATE = 1, 5, 7, 9


def at(data: bytes, number: int, key: str = "actual") -> str:
    return names_of(data)[f"gd_i{number:03d}_{key}"]


def on(number: int, key: str, text: str) -> Callable[[bytes], bytes]:
    return lambda data: m.text_set(data, at(data, number, key), text)


def raw(number: int, xml: str) -> Callable[[bytes], bytes]:
    return lambda data: m.raw_cell(data, at(data, number), xml)


PLANTED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "数字存为文本": ("长沙县", on(PROJECTS, "actual", "31")),
    "全角数字": ("浏阳市", on(PROJECTS, "actual", "３１")),
    "单位不同而可换算": ("宁乡市", on(PEOPLE, "actual", "210人")),
    "单位不符": ("醴陵市", on(PEOPLE, "actual", "210家")),
    "公式没有数值": ("攸县", raw(PROJECTS, "<c {head}><f>15+16</f></c>")),
    "错误值": ("茶陵县", raw(PROJECTS, '<c {head} t="e"><v>#REF!</v></c>')),
    "隐藏的行": ("湘潭县", lambda data: m.row_hidden(data, PROJECTS)),
    "取自其他文件": ("湘乡市", lambda data: m.linked(data, at(data, PROJECTS))),
    "超出档次": ("韶山市", on(EFFECT, "actual", "130%")),
    "没有百分号": ("衡南县", lambda data: m.cell_set(data, at(data, EFFECT), 0.95)),
    "文字代替比例": ("耒阳市", on(EFFECT, "actual", "良好")),
    "约数": ("常宁市", on(PROJECTS, "actual", "30余个")),
    "增加一行": ("邵东县", lambda data: m.row_inserted(data, 2, "支持跨境电商项目数量", 9)),
    "删去一行": ("武冈市", lambda data: m.row_deleted(data, PEOPLE)),
    "移动一行": ("隆回县", lambda data: m.row_moved(data, PEOPLE, 2)),
    "指标改名": ("岳阳县", on(PROJECTS, "name", "支持外贸企业数量")),
    "指标值被改": ("汨罗市", on(PROJECTS, "target", "20")),
    "计量单位被改": ("平江县", on(PEOPLE, "unit", "人")),
    "上年度的表": ("澧县", lambda data: m.text_set(data, "A2", "（2016年度）")),
    "没有标识": ("津市市", m.signature_lost),
    "单位名称被改": ("慈利县", lambda data: m.text_set(data, "G5", "永定区")),
    "有密码": ("桑植县", lambda _data: m.encrypted()),
    "压缩炸弹": ("沅江市", m.bomb),
    "含宏": ("南县", m.with_macros),
    "文件截断": ("安化县", m.truncated),
}


def main() -> None:
    """Write the list, the forms and the golden text anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    folder = TARGET / "表格"
    folder.mkdir(parents=True)
    base = load_base(CASE)
    press = FormPress(base.definition)
    good: dict[str, Value] = {
        "gd_central_budget": Decimal("300"),
        "gd_central_executed": Decimal("285.5"),
        actual(PROJECTS): 31,
        actual(PEOPLE): Decimal("0.021"),
        actual(EFFECT): "92%",
        actual(RATE): "95%",
    }

    def form(name: str, **changed: Value) -> bytes:
        return filled(
            press.form_for(Unit(name, Level.COUNTY, "湖南省"), "湖南省"),
            {**good, **{k: v for k, v in changed.items() if v != ""}},
        )

    for what, (name, change) in PLANTED.items():
        (folder / f"{what}·{name}.xlsx").write_bytes(change(form(name)))
    old = FormPress(replace(base.definition, indicators=base.definition.indicators[:-1]))
    (folder / "旧版本的表·桃源县.xlsx").write_bytes(
        filled(old.form_for(Unit("桃源县", Level.COUNTY, "湖南省"), "湖南省"), good)
    )
    (folder / "两份相同·资兴市.xlsx").write_bytes(form("资兴市"))
    (folder / "两份相同·资兴市（副本）.xlsx").write_bytes(form("资兴市"))
    (folder / "两份不同·桂阳县.xlsx").write_bytes(form("桂阳县"))
    (folder / "两份不同·桂阳县（改）.xlsx").write_bytes(form("桂阳县", gd_i001_actual=33))
    (folder / "权数为零·宜章县.xlsx").write_bytes(
        form("宜章县", gd_central_budget=0, gd_central_executed=0)
    )
    (folder / "全部空白·祁阳县.xlsx").write_bytes(
        press.form_for(Unit("祁阳县", Level.COUNTY, "湖南省"), "湖南省")
    )
    (folder / "不在名单·东安县.xlsx").write_bytes(form("东安县"))
    (folder / "不是表格.xlsx").write_bytes(m.other_book())
    (folder / "会议通知.txt").write_text("其他文件\n", "utf-8")
    names = [name for name, _ in PLANTED.values()]
    names += ["桃源县", "资兴市", "桂阳县", "宜章县", "祁阳县", "蓝山县"]
    lines = [
        "# 示例名单：各单位的表各有一处错误；蓝山县没有报送",
        "units:",
        "  - {name: 湖南省, level: 省}",
    ]
    lines += [f"  - {{name: {name}, level: 县, parent: 湖南省}}" for name in names]
    (TARGET / "单位名单.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    os.chdir(TARGET)
    units = load_unit_list(Path("单位名单.yaml"))
    run = roll_up(
        [Path("表格")],
        RollupOptions(Path("../2017-hunan/案卷.yaml"), units, policy=POLICY, spread=Spread(1)),
    )
    Path(GOLDEN).write_text("\n".join(met_lines(run.met)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
