"""Another program opens what was filled, and computes the same values."""

from __future__ import annotations

import csv
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.rendering.xlsx import compile_xlsx
from govdocs.tags.values import Record
from tests.rendering.xlsx.making import changed, figure, fill, opened, record, template

pytestmark = pytest.mark.libreoffice

CELLS = {
    "A1": "{{ title }}", "A2": "{%tr for g in groups %}", "A3": "{{ g.name }}", "B3": "=SUM(B5:B5)",
    "C3": '=IF(B3=0,"",ROUND(SUM(C5:C5)/B3,4))', "A4": "{%tr for r in g.rows %}", "A5": "{{ r.name }}",
    "B5": "{{ r.plan }}", "C5": "{{ r.done }}", "D5": '=IFERROR(C5/B5,"-")', "E5": "=SUM(B$5:B5)",
    "A6": "{%tr endfor %}", "A7": "{%tr endfor %}", "A8": "合计", "B8": "=SUM(B3:B3)",
    "C8": "=B8^2/4", "D8": '=B8&"万元"', "E8": "=COUNT(B5:B5)", "F8": '=TEXT(B8/7,"#,##0.00")',
    "G8": "=ROUND(2.5,0)+ROUNDDOWN(-1.29,1)+MOD(-3,5)+INT(-0.5)",
}  # fmt: skip


def _context() -> Record:
    return record(title="=1+1 不是公式", groups=[
        {"name": "甲组", "rows": [{"name": "a", "plan": figure("300.5", "300.5"), "done": figure("260", "260")},
                                 {"name": "b", "plan": figure("130", "130"), "done": figure("134.44", "134.44")}]},
        {"name": "乙组", "rows": []},
        {"name": "丙组", "rows": [{"name": "c", "plan": figure("0", "0"), "done": figure("5", "5")}]},
    ])  # fmt: skip


def _convert(source: Path, kind: str, out: Path) -> Path:
    profile = out / "profile"
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
         "--outdir", str(out), str(source)],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    target = out / f"{source.stem}.{kind.partition(':')[0]}"
    assert target.exists(), done.stderr.decode("utf-8", "replace")
    return target


def test_recalculated_values_are_the_cached_ones(tmp_path):
    filled = fill(CELLS, _context())
    file = tmp_path / "表.xlsx"
    # Without the cached values LibreOffice has nothing to go by and computes each formula itself.
    strip = re.compile(r"(</f>)<v>[^<]*</v>")
    file.write_bytes(
        changed(filled.data, "xl/worksheets/sheet1.xml", lambda text: strip.sub(r"\1", text))
    )
    listing = _convert(file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", tmp_path)
    with listing.open(encoding="utf-8", newline="") as lines:
        theirs = list(csv.reader(lines))
    ours = [[cell.value for cell in row] for row in opened(filled, values=True).iter_rows()]
    assert len(theirs) == len(ours)
    compared = 0
    for their_row, our_row in zip(theirs, ours, strict=True):
        for their, our in zip(their_row, our_row, strict=True):
            if isinstance(our, int | float):
                assert float(Decimal(their)) == pytest.approx(float(our), rel=1e-12)
            else:
                assert their == (our or "")
            compared += 1
    assert compared == 8 * 7


def test_a_template_saved_by_libreoffice_is_filled_the_same(tmp_path):
    def prepare(sheet: Worksheet) -> None:
        sheet["A5"].alignment = Alignment(wrap_text=True)
        sheet.merge_cells("A1:E1")
        sheet.print_title_rows = "1:1"

    source = tmp_path / "模板.xlsx"
    source.write_bytes(template(CELLS, prepare))
    again = tmp_path / "again"
    again.mkdir()
    resaved = _convert(source, "xlsx", again)
    first = opened(compile_xlsx(source).fill(_context()), values=True)
    second = opened(compile_xlsx(resaved).fill(_context()), values=True)
    assert [[c.value for c in row] for row in second.iter_rows(max_col=7)] == [
        [c.value for c in row] for row in first.iter_rows(max_col=7)
    ]
    assert second.merged_cells.ranges == first.merged_cells.ranges
    assert second.print_title_rows == "$1:$1"


def test_a_filled_workbook_prints_its_pages(tmp_path):
    file = tmp_path / "表.xlsx"
    file.write_bytes(fill(CELLS, _context()).data)
    assert _convert(file, "pdf", tmp_path).read_bytes().startswith(b"%PDF")
