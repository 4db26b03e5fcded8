"""Makes data/rollup: the published 2017 Hunan case taken apart into invented county forms.

    PYTHONPATH=src:. python benchmarks/make_rollup_data.py

Names of places are real, every figure of a county is invented; what they add up to is published.
"""

from __future__ import annotations

import random
import re
import shutil
from decimal import Decimal
from pathlib import Path

from tests.rollup.filling import Value, actual, filled, reason

from govdocs.model.indicator import Kind
from govdocs.model.quantity import Quantity
from govdocs.rollup.adding_up.execution_rate import is_execution_rate
from govdocs.rollup.base_case import BaseCase, load_base
from govdocs.rollup.definition import AskedIndicator
from govdocs.rollup.form_layout import REMARK_NAME, money_name
from govdocs.rollup.handing_out.stamping import FormPress
from govdocs.rollup.kind_comments import with_kind_comments
from govdocs.rollup.unit_list_file import load_unit_list

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "data" / "rollup" / "2017-hunan"
MARK = "示例：地名真实，本表数字均为编造。"
PLACES = {
    "长沙市": ("长沙县", "浏阳市", "宁乡市"),
    "株洲市": ("醴陵市", "攸县", "茶陵县"),
    "湘潭市": ("湘潭县", "湘乡市", "韶山市"),
    "衡阳市": ("衡南县", "耒阳市", "常宁市"),
    "邵阳市": ("邵东县", "武冈市", "隆回县"),
    "岳阳市": ("岳阳县", "汨罗市", "平江县"),
    "常德市": ("澧县", "桃源县", "津市市"),
    "张家界市": ("慈利县", "桑植县"),
    "益阳市": ("沅江市", "南县", "安化县"),
    "郴州市": ("资兴市", "桂阳县", "宜章县"),
    "永州市": ("祁阳县", "东安县", "蓝山县"),
    "怀化市": ("洪江市", "沅陵县", "溆浦县"),
    "娄底市": ("冷水江市", "涟源市", "双峰县"),
    "湘西土家族苗族自治州": ("吉首市", "凤凰县", "花垣县"),
}
SLIPPED = ("浏阳市", "醴陵市", "韶山市", "隆回县", "汨罗市", "资兴市", "东安县", "吉首市")
"""Counties with 其他资金 whose total leaves it out, as the published total row does."""
REASONS = {
    2: ("部分外包项目验收推迟到次年，已督促企业加快结项。", ("长沙县", "湘潭县", "岳阳县")),
    5: ("境外用工需求减少，已转向新市场开拓。", ("耒阳市", "祁阳县", "溆浦县")),
    17: ("个别境外投资项目审批周期较长，结转次年实施。", ("宁乡市", "攸县")),
}


def split(total: Decimal, weights: list[int], decimals: int) -> list[Decimal]:
    """Split a total by weights, exactly; the last digits go to the largest remainders."""
    unit = Decimal(1).scaleb(-decimals)
    whole = int(total / unit)
    shares = [whole * w / sum(weights) for w in weights]
    parts = [int(share) for share in shares]
    order = sorted(range(len(parts)), key=lambda i: shares[i] - parts[i], reverse=True)
    for i in order[: whole - sum(parts)]:
        parts[i] += 1
    return [(part * unit).normalize() + 0 for part in parts]


def plain(number: Decimal) -> Decimal:
    """Without exponent."""
    return Decimal(f"{number:f}")


def means(target: int, weights: list[Decimal], dice: random.Random) -> list[int]:
    """Whole percentages whose weighted mean rounds to ``target``."""
    spread = min(6, 100 - target)
    whole = sum(weights, Decimal(0))
    values = [target + dice.randint(-spread, spread) for _ in weights]
    while True:
        parts = [Decimal(v) * w for v, w in zip(values, weights, strict=True)]
        mean = sum(parts, Decimal(0)) / whole
        if abs(mean - target) < Decimal("0.2"):
            return values
        i = dice.randrange(len(values))
        step = 1 if mean < target else -1
        if abs(values[i] + step - target) <= spread:
            values[i] += step


def write_list(base: BaseCase, counties: list[str], sizes: list[int]) -> Path:
    """Write the list of units, with the published targets split among them."""
    own: dict[str, list[str]] = {name: [] for name in counties}
    for asked in base.definition.indicators:
        target = base.case.indicators[asked.index].target
        if asked.kind is not Kind.ABSOLUTE or not isinstance(target, Quantity):
            continue
        parts = split(target.number, sizes, 4 if asked.unit else 0)
        for name, part in zip(counties, parts, strict=True):
            own[name].append(f"{asked.name}: {plain(part)}{target.unit_symbol}")
    lines = [
        "# 单位名单：2017年湖南省，各市州和部分县市（示例，指标值分解为编造）",
        "units:",
        "  - {name: 湖南省, level: 省}",
    ]
    for city, below in PLACES.items():
        lines.append(f"  - {{name: {city}, level: 市, parent: 湖南省}}")
        for name in below:
            lines += [f"  - name: {name}", "    level: 县", f"    parent: {city}", "    targets:"]
            lines += [f"      {target}" for target in own[name]]
    path = TARGET / "单位名单.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def write_case() -> Path:
    """The published case with each proposed 汇总方式 confirmed."""
    text, _ = with_kind_comments(ROOT / "data" / "2017-hunan.yaml")
    text = re.sub(r"^( *)# (kind: \S+)  # 建议：.*$", r"\1\2", text, flags=re.MULTILINE)
    text = text.replace("$schema=../schemas/", "$schema=../../../schemas/")
    path = TARGET / "案卷.yaml"
    path.write_text(text, "utf-8")
    return path


def money_of(base: BaseCase, counties: list[str], sizes: list[int]) -> dict[str, dict[str, Value]]:
    """The money rows of each county, adding up to the published rows."""
    central, other = base.case.execution.central, base.case.execution.other
    assert central and other and central.budget and central.executed and other.budget
    budgets = split(central.budget.number, sizes, 2)
    unspent = split(
        central.budget.number - central.executed.number,
        [size * (3 if i % 4 == 0 else 1) for i, size in enumerate(sizes)],
        2,
    )
    extra = dict(zip(SLIPPED, split(other.budget.number, [5, 4, 4, 3, 3, 3, 2, 2], 2), strict=True))
    found: dict[str, dict[str, Value]] = {}
    for name, budget, left in zip(counties, budgets, unspent, strict=True):
        executed = plain(budget - left)
        cells: dict[str, Value] = {
            money_name("central", "budget"): plain(budget),
            money_name("central", "executed"): executed,
        }
        if name in extra:
            cells |= {money_name("other", c): plain(extra[name]) for c in ("budget", "executed")}
            cells |= {
                money_name("total", "budget"): plain(budget),
                money_name("total", "executed"): executed,
            }
        found[name] = cells
    return found


def values_of(
    asked: AskedIndicator,
    base: BaseCase,
    sizes: list[int],
    weights: list[Decimal],
    rates: list[Decimal],
    dice: random.Random,
) -> list[Value]:
    """What each county fills in for one indicator; empty text for a blank."""
    published = base.case.indicators[asked.index].actual
    if not isinstance(published, Quantity):
        return ["不适用" if dice.random() < 0.3 else "" for _ in sizes]
    if is_execution_rate(asked):
        return [f"{rate.quantize(Decimal(1))}%" for rate in rates]
    if asked.kind is Kind.ABSOLUTE:
        return [plain(part) for part in split(published.number, sizes, 4 if asked.unit else 0)]
    share = int(published.number)
    if share == 100:
        return ["100%"] * len(sizes)
    gone = {i for i in range(len(sizes)) if dice.random() < 0.1}
    here = [i for i in range(len(sizes)) if i not in gone]
    some = means(share, [weights[i] for i in here], dice)
    shown = dict(zip(here, some, strict=True))
    return [
        f"{shown[i]}%" if i in shown else ("不适用" if i % 2 else "") for i in range(len(sizes))
    ]


def main() -> None:
    """Write the case, the list and the forms anew."""
    dice = random.Random(2017)
    shutil.rmtree(TARGET / "表格", ignore_errors=True)
    (TARGET / "表格").mkdir(parents=True)
    base = load_base(write_case())
    counties = [name for below in PLACES.values() for name in below]
    sizes = [dice.randint(8, 30) for _ in counties]
    units = load_unit_list(write_list(base, counties, sizes))
    money = money_of(base, counties, sizes)
    weights = [Decimal(str(money[name][money_name("central", "budget")])) for name in counties]
    rates = [
        Decimal(str(money[name][money_name("central", "executed")])) / w * 100
        for name, w in zip(counties, weights, strict=True)
    ]
    sheets: dict[str, dict[str, Value]] = {name: dict(money[name]) for name in counties}
    for asked in base.definition.indicators:
        jitter = [max(1, size + dice.randint(-3, 3)) for size in sizes]
        values = values_of(asked, base, jitter, weights, rates, dice)
        for name, value in zip(counties, values, strict=True):
            if value != "":
                sheets[name][actual(asked.number)] = value
    for number, (text, names) in REASONS.items():
        for name in names:
            sheets[name][reason(number)] = text
    press = FormPress(base.definition)
    for name in counties:
        sheets[name][REMARK_NAME] = MARK
        form = press.form_for(units.by_name[name], units.top.name)
        (TARGET / "表格" / f"{name}.xlsx").write_bytes(filled(form, sheets[name]))
    print(f"{len(counties)} 份表格写入 {TARGET}")


if __name__ == "__main__":
    main()
