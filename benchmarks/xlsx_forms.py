"""Excel: govdocs, its gate on, beside openpyxl's load, fill and save on the same work, in one run.

    python benchmarks/xlsx_forms.py

A form of 36 indicators and tables of 2,000 and 10,000 rows: a head of ten lines as the official
forms have it, then rows of 8 columns, two of them figures and one a formula, totals below.
openpyxl loads the template, writes the rows with their styles, and saves, for each document;
govdocs fills a template compiled once, computes every formula (openpyxl leaves them without a
value), and holds the result against its gate. Texts and formulas must be equal, cell by cell.
The two take turns, so that a busy machine slows both. Memory is the largest resident size of a process of its own that
makes one table of 10,000 rows.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from copy import copy
from decimal import Decimal
from functools import partial
from typing import Any

from govdocs.rendering.xlsx import compile_xlsx
from govdocs.tags.values import Record, Rows, Value

HEADS = ("一级指标", "二级指标", "三级指标", "指标值", "完成值", "偏差", "单位", "原因")
FIELDS = ("level1", "level2", "name", "target", "actual", "", "unit", "reason")
HEAD = 10
FIRST = HEAD + 3


def template(*, tags: bool) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    thin = Side("thin")
    style = {"border": Border(thin, thin, thin, thin), "font": Font("宋体", 10)}
    sheet.title = "附件"
    sheet["A1"] = "{{ fund.name }}（{{ fund.year }}年度）"
    sheet.merge_cells("A1:H1")
    for line in range(2, HEAD + 2):
        for at, letter in enumerate("ABCDEFGH"):
            cell = sheet[f"{letter}{line}"]
            cell.value = (
                "{{ fund.name }}" if at % 4 == 1 else f"项目{line}-{at}" if at % 2 == 0 else None
            )
            cell.border, cell.font = copy(style["border"]), copy(style["font"])
        sheet.merge_cells(f"B{line}:C{line}")
    rows: list[list[str]] = [list(HEADS)]
    body = [f"{{{{ row.{name} }}}}" if name else "=E{0}-D{0}" for name in FIELDS]
    if tags:
        rows += [["{%tr for row in rows %}"], body, ["{%tr endfor %}"]]
    else:
        rows += [body]
    for number, row in enumerate(rows, start=FIRST - 1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column, text.format(number) if text[0] == "=" else text)
            if len(row) > 1:
                cell.border, cell.font = copy(style["border"]), copy(style["font"])
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                if column in {4, 5, 6}:
                    cell.number_format = "0.00"
    total = FIRST + len(rows) - 1
    sheet.cell(total, 1, "合计")
    for column, letter in ((4, "D"), (5, "E")):
        place = FIRST + 1 if tags else FIRST
        sheet.cell(total, column, f"=SUM({letter}{place}:{letter}{place})")
        sheet.cell(total, column).number_format = "0.00"
    for letter in "ABCDEFGH":
        sheet.column_dimensions[letter].width = 18
    sheet.print_title_rows = f"{FIRST - 1}:{FIRST - 1}"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def figures(count: int) -> list[dict[str, Any]]:
    return [
        {
            "level1": "产出指标" if at % 36 < 20 else "效益指标",
            "level2": f"数量指标{at % 36 // 6}",
            "name": f"支持<{at}>家&外贸中小企业开拓国际市场",
            "target": Decimal(100 + at).quantize(Decimal("0.01")),
            "actual": Decimal(90 + at).quantize(Decimal("0.01")),
            "unit": "家",
            "reason": "" if at % 3 else "受外部环境影响，部分企业推迟参展，后续督促",
        }
        for at in range(count)
    ]


def context(rows: list[dict[str, Any]]) -> Record:
    def value(item: Any, *path: str | int) -> Value:
        number = item if isinstance(item, Decimal) else None
        return Value(str(item), path, number)

    records = [
        Record({name: value(item, "rows", at, name) for name, item in row.items()}, ("rows", at))
        for at, row in enumerate(rows)
    ]
    fund = Record({"name": value("外经贸发展专项资金"), "year": value("2017")}, ("fund",))
    return Record({"fund": fund, "rows": Rows(records, ("rows",))}, ())


def openpyxl_fill(source: bytes, rows: list[dict[str, Any]]) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(source))
    sheet: Any = book.active
    sheet["A1"] = "外经贸发展专项资金（2017年度）"
    for line in range(2, HEAD + 2):
        for letter in "BF":
            sheet[f"{letter}{line}"] = "外经贸发展专项资金"
    models = [sheet.cell(FIRST, column) for column in range(1, 9)]
    styles = [copy(cell._style) for cell in models]
    totals = [(cell.value, copy(cell._style)) for cell in sheet[FIRST + 1]]
    for at, row in enumerate(rows):
        number = FIRST + at
        for column, name in enumerate(FIELDS, start=1):
            cell = sheet.cell(number, column)
            if name:
                cell.value = row[name] or None
                if cell.data_type == "f":
                    cell.data_type = "s"
            else:
                cell.value = f"=E{number}-D{number}"
            cell._style = styles[column - 1]
    last = FIRST + len(rows)
    for column, (text, style) in enumerate(totals, start=1):
        cell = sheet.cell(last, column)
        cell.value = text
        if isinstance(text, str) and text.startswith("="):
            cell.value = f"=SUM({cell.column_letter}{FIRST}:{cell.column_letter}{last - 1})"
        cell._style = style
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def texts(data: bytes) -> list[tuple[Any, ...]]:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def medians(works: list[Callable[[], object]], times: int) -> list[float]:
    """The median of each, in seconds, the works taking turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, kept in zip(works, taken, strict=True):
            start = time.perf_counter()
            work()
            kept.append(time.perf_counter() - start)
    return [statistics.median(kept) for kept in taken]


def memory() -> int:
    """The largest resident size, in MiB, of a process that fills 10,000 rows once."""
    done = subprocess.run(
        [sys.executable, __file__, "--once", "10000"], check=True, capture_output=True, text=True
    )
    return int(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--once", type=int, help="fill one table and print the memory it took")
    asked = parser.parse_args()
    compiled = compile_xlsx(template(tags=True), name="benchmark.xlsx")
    if asked.once:
        compiled.fill(context(figures(asked.once)))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    plain = template(tags=False)
    print("| rows | openpyxl | govdocs | times as fast | cells compared |")
    print("|---|---|---|---|---|")
    for count, times in ((36, 25), (2_000, 3), (10_000, 3)):
        rows = figures(count)
        held = context(rows)
        ours, theirs = texts(compiled.fill(held).data), texts(openpyxl_fill(plain, rows))
        if ours != theirs:
            raise SystemExit(f"{count} rows: the texts differ")
        slow, fast = medians(
            [partial(openpyxl_fill, plain, rows), partial(compiled.fill, held)], times
        )
        cells = sum(len(row) for row in ours)
        print(
            f"| {count:,} | {slow * 1000:,.1f} ms | {fast * 1000:,.1f} ms "
            f"| {slow / fast:.1f} | {cells:,} equal |"
        )
    source = template(tags=True)
    (once,) = medians([lambda: compile_xlsx(source, name="benchmark.xlsx")], 5)
    print(f"\ncompiling, once a process: {once * 1000:.0f} ms")
    print(f"memory, 10,000 rows: {memory()} MiB")


if __name__ == "__main__":
    main()
