"""How long many filled forms take: read, added up, written; cores, a cluster, openpyxl beside it.

    PYTHONPATH=src:. python benchmarks/rollup.py [--forms 3000] [--jobs 2] [--cluster]

Forms are made from the Hunan case and filled at random; making them is not in the figures.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import threading
import time
from decimal import Decimal
from pathlib import Path

from tests.rollup.filling import Value, actual, filled, names_of, reason

from govdocs.model.indicator import Kind
from govdocs.rollup.base_case import load_base
from govdocs.rollup.handing_out.stamping import FormPress
from govdocs.rollup.result.write_result import write_result
from govdocs.rollup.run import RollupOptions, roll_up
from govdocs.rollup.taking_in.take_in import Spread
from govdocs.rollup.unit_list_file import load_unit_list

ROOT = Path(__file__).parents[1]
CASE = ROOT / "data" / "rollup" / "2017-hunan" / "案卷.yaml"
PREFECTURES = 14
COUNTIES = 122
SAMPLE = 40


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """Write ``count`` projects' forms below 122 counties and 14 prefectures; return forms and list."""
    lines = ["units:", "  - {name: 某省, level: 省}"]
    lines += [f"  - {{name: 第{p}市, level: 市, parent: 某省}}" for p in range(PREFECTURES)]
    lines += [
        f"  - {{name: 第{c}县, level: 县, parent: 第{c % PREFECTURES}市}}" for c in range(COUNTIES)
    ]
    lines += [
        f"  - {{name: 项目{n:05d}, level: 项目, parent: 第{n % COUNTIES}县}}" for n in range(count)
    ]
    listed = folder / "名单.yaml"
    listed.write_text("\n".join(lines), "utf-8")
    units = load_unit_list(listed)
    base = load_base(CASE)
    press = FormPress(base.definition)
    dice = random.Random(1)
    forms = folder / "表格"
    forms.mkdir()
    names: dict[str, str] | None = None
    for unit in units.reporting():
        form = press.form_for(unit, "某省")
        names = names or dict(names_of(form))
        budget = Decimal(dice.randint(1000, 90000)).scaleb(-2)
        values: dict[str, Value] = {"gd_central_budget": budget, "gd_central_executed": budget}
        for asked in base.definition.indicators:
            if dice.random() < 0.05:
                continue
            share = asked.kind is not Kind.ABSOLUTE
            values[actual(asked.number)] = (
                f"{dice.randint(70, 100)}%" if share else dice.randint(0, 400)
            )
        values[reason(1)] = f"示例原因{dice.randint(1, 40)}"
        (forms / f"{unit.name}.xlsx").write_bytes(filled(form, values, names))
    return forms, listed


class Watch(threading.Thread):
    """Looks several times a second what this process and all below it take (Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self.cpu: dict[int, float] = {}
        self._end = threading.Event()

    def run(self) -> None:
        page, tick = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")
        while not self._end.wait(0.2):
            parents, pages = {}, {}
            for entry in Path("/proc").iterdir():
                if not entry.name.isdigit():
                    continue
                try:
                    fields = (entry / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                parents[int(entry.name)] = int(fields[1])
                pages[int(entry.name)] = (
                    int(fields[21]) * page,
                    (int(fields[11]) + int(fields[12])) / tick,
                )
            mine = {os.getpid()}
            for _ in range(4):
                mine |= {pid for pid, parent in parents.items() if parent in mine}
            self.peak = max(self.peak, sum(pages[pid][0] for pid in mine if pid in pages) / 2**20)
            self.cpu |= {pid: pages[pid][1] for pid in mine if pid in pages}

    def stop(self) -> tuple[float, float]:
        """Return peak MB of all processes together, and their processor seconds."""
        self._end.set()
        self.join()
        return self.peak, sum(self.cpu.values())


def by_openpyxl(files: list[Path]) -> float:
    """Seconds for opening each form twice with openpyxl, for formulas and for values, and reading all cells."""
    from openpyxl import load_workbook

    start = time.perf_counter()
    for path in files:
        for values in (True, False):
            sheet = load_workbook(path, data_only=values)["自评表"]
            for row in sheet.iter_rows():
                for cell in row:
                    _ = cell.value
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--forms", type=int, default=3000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cluster", action="store_true")
    call = parser.parse_args()
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        start = time.perf_counter()
        forms, listed = make(folder, call.forms)
        print(f"{call.forms} 份表格，生成 {time.perf_counter() - start:.1f} 秒（不计入）")
        units = load_unit_list(listed)
        options = RollupOptions(CASE, units, spread=Spread(call.jobs), state=folder / "进度")
        watch = Watch()
        before = time.process_time()
        watch.start()
        start = time.perf_counter()
        run = roll_up([forms], options)
        added = time.perf_counter()
        write_result(run, folder / "汇总.yaml", book=folder / "汇总.xlsx")
        end = time.perf_counter()
        peak, cpu = watch.stop()
        print(
            f"读取和汇总 {added - start:.1f} 秒，写出案卷和工作簿 {end - added:.1f} 秒，共 {end - start:.1f} 秒"
        )
        load = os.getloadavg()[0]
        print(
            f"全部进程：内存峰值 {peak:.0f} MB，处理器时间 {cpu - before:.1f} 秒（本机 {os.cpu_count()} 核，同期负载 {load:.1f}）"
        )
        size = (folder / "汇总.yaml").stat().st_size / 1e6
        print(
            f"计入 {len(run.returns)} 个单位，问题 {len(run.findings)} 条，汇总.yaml {size:.1f} MB"
        )
        start = time.perf_counter()
        again = roll_up([forms], options)
        print(f"再次汇总（{again.cached} 份上次已读）{time.perf_counter() - start:.1f} 秒")
        sample = sorted(forms.iterdir())[:SAMPLE]
        seconds = by_openpyxl(sample)
        print(
            f"openpyxl 仅读取（单进程）：{SAMPLE} 份 {seconds:.1f} 秒，{call.forms} 份约 {seconds * call.forms / SAMPLE:.0f} 秒"
        )
        start = time.perf_counter()
        roll_up(sample, RollupOptions(CASE, units, spread=Spread(1)))
        seconds = time.perf_counter() - start
        print(f"govdocs 读取和汇总（单进程）：{SAMPLE} 份 {seconds:.1f} 秒")
        if call.cluster:
            by_cluster(forms, units)


def by_cluster(forms: Path, units: object) -> None:
    from importlib import import_module

    from govdocs.rollup.units import UnitList

    assert isinstance(units, UnitList)
    with import_module("distributed").LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        options = RollupOptions(CASE, units, spread=Spread(cluster=cluster.scheduler_address))
        start = time.perf_counter()
        run = roll_up([forms], options)
        print(
            f"本机两个 Dask 工作进程：{len(run.returns)} 份，{time.perf_counter() - start:.1f} 秒"
        )


if __name__ == "__main__":
    main()
