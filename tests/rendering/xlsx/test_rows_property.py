"""Whatever rows a template repeats, totals, merges and names are those of the rows that came out."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from tests.rendering.xlsx.making import fill, merged, opened, record

amounts = st.decimals(min_value=-9999, max_value=9999, places=2)
row = st.fixed_dictionaries(
    {"group": st.sampled_from("甲乙"), "name": st.text("文字a=+&<", max_size=6), "sum": amounts}
)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(row, max_size=8), before=st.integers(0, 3), extra=st.integers(0, 2),
    after=st.integers(0, 2), shown=st.booleans(),
)  # fmt: skip
def test_formulas_merges_and_names_follow(rows, before, extra, after, shown):
    """``before`` rows, a row by condition, the loop with ``extra`` more rows a turn, ``after`` rows, totals."""
    cells: dict[str, object] = {}
    at = 1
    for _ in range(before):
        cells[f"A{at}"] = f"前{at}"
        at += 1
    cells |= {f"A{at}": "{%tr if shown %}", f"A{at + 1}": "有", f"A{at + 2}": "{%tr endif %}"}
    cells |= {f"A{at + 3}": "{%tr for r in rows %}"}
    first = at + 4
    cells |= {f"A{first}": "{{ r.group|merge }}", f"B{first}": "{{ r.name }}", f"C{first}": "{{ r.sum }}",
              f"D{first}": f"=C{first}*2", f"E{first}": f"=SUM(C${first}:C{first})"}  # fmt: skip
    for more in range(extra):
        cells[f"B{first + 1 + more}"] = "附"
    end = first + extra + 1
    cells[f"A{end}"] = "{%tr endfor %}"
    for more in range(after):
        cells[f"A{end + 1 + more}"] = "后"
    total = end + 1 + after
    cells |= {f"C{total}": f"=SUM(C{first}:C{first})", f"D{total}": f"=SUM(D{first}:D{first})",
              f"E{total}": f"=COUNT(C{first - 1}:C{end})"}  # fmt: skip

    def prepare(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.defined_names["总"] = DefinedName("总", attr_text=f"表!$C${total}")
        sheet.merge_cells(f"F{total}:G{total}")

    filled = fill(cells, record(rows=rows, shown="是" if shown else ""), prepare)
    sheet, values = opened(filled), opened(filled, values=True)
    start = before + shown + 1
    step = 1 + extra
    found = [start + turn * step for turn in range(len(rows))]
    last = start + len(rows) * step + after
    # openpyxl reads an empty text as no value.
    assert [values[f"B{number}"].value or "" for number in found] == [item["name"] for item in rows]
    assert [Decimal(str(values[f"C{n}"].value)) for n in found] == [item["sum"] for item in rows]
    assert [sheet[f"D{number}"].value for number in found] == [f"=C{number}*2" for number in found]
    running = Decimal(0)
    for number, item in zip(found, rows, strict=True):
        running += item["sum"]
        assert Decimal(str(values[f"E{number}"].value)) == running
    sums = sum((item["sum"] for item in rows), Decimal(0))
    assert Decimal(str(values[f"C{last}"].value)) == sums
    assert Decimal(str(values[f"D{last}"].value)) == 2 * sums
    # The formula's own numbers, added up by openpyxl's reading, are those beside it.
    assert values[f"E{last}"].value == len(rows)
    assert sheet.parent is not None
    assert sheet.parent.defined_names["总"].attr_text == f"'表'!$C${last}"
    expected = {f"F{last}:G{last}"}
    if not extra:
        at = start
        for _, same in groupby(item["group"] for item in rows):
            size = len(list(same))
            if size > 1:
                expected.add(f"A{at}:A{at + size - 1}")
            at += size
    assert merged(filled) == expected
