"""The gate refuses what Excel would repair, what lost a value, and what still holds a tag."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from govdocs.errors import ProgramFault
from govdocs.rendering.xlsx import filling, gate
from govdocs.rendering.xlsx.gate import Promise
from tests.rendering.xlsx.making import changed, compiled, figure, record, with_shared_strings

SHEET = "xl/worksheets/sheet1.xml"
CELLS = {
    "A1": "{{ name }}", "B1": "固定", "A2": "{%tr for r in rows %}", "A3": "{{ r.name }}",
    "B3": "{{ r.count }}", "C3": "=B3*2", "A4": "{%tr endfor %}", "A5": "合计", "B5": "=SUM(B3:B3)",
}  # fmt: skip


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, Promise]:
    """A filled workbook with the promise that the gate was given for it."""
    kept: list[tuple[bytes, Promise]] = []
    check = gate.check_filled

    def keep(data: bytes, promise: Promise) -> None:
        kept.append((data, promise))
        check(data, promise)

    monkeypatch.setattr(filling, "check_filled", keep)

    def prepare(sheet: Worksheet) -> None:
        sheet.merge_cells("D1:E1")
        sheet.merge_cells("D5:E5")
        sheet.print_area = "A1:C5"

    compiled(CELLS, prepare).fill(
        record(
            name="表名",
            rows=[{"name": "甲", "count": figure("87.65", "87.65")}, {"name": "乙", "count": 2}],
        )
    )
    return kept[0]


def codes(data: bytes, promise: Promise) -> set[str]:
    with pytest.raises(ProgramFault) as caught:
        gate.check_filled(data, promise)
    return {problem.code.removeprefix("xlsx.gate.") for problem in caught.value.problems}


def test_what_was_written_passes(written):
    gate.check_filled(*written)


@pytest.mark.parametrize(("old", "new", "code"), [
    ("<t>甲</t>", "<t>丁</t>", "missing_value"),
    ("<v>87.65</v>", "<v>87.651</v>", "missing_value"),
    ("<t>乙</t>", "<t>乙{{ x }}</t>", "leftover_tag"),
    ("<t>乙</t>", "<t>乙｛｛x｝｝</t>", "leftover_tag"),
    ("<t>乙</t>", "<t>乙", "not_well_formed"),
    ('<row r="3">', '<row r="2">', "row_order"),
    ('<row r="3">', '<row r="9">', "row_count"),
    ('<c r="C3">', '<c r="A3">', "cell_order"),
    ('<c r="C3">', '<c r="C8">', "cell_order"),
    ('<c r="C3">', '<c r="Z3">', "outside_dimension"),
    ('<dimension ref="A1:C4"/>', '<dimension ref="A1:C2"/>', "outside_dimension"),
    ('<c r="A2"', '<c r="A2" s="99"', "style_index"),
    ('<c r="A2" t="inlineStr"><is><t>甲</t></is>', '<c r="A2" t="s"><v>7</v>', "string_index"),
    ("<f>B2*2</f><v>175.3</v>", "<f>B2*2</f>", "formula_without_value"),
    ("<f>B2*2</f><v>175.3</v>", "<f>B2*2</f><v></v>", "formula_without_value"),
    ("<is><t>乙</t></is>", "<f>1+1</f><v>2</v>", "formula_count"),
    ("SUM(B2:B3)", "SUM(#REF!)", "lost_reference"),
    ('<mergeCell ref="D4:E4"/>', '<mergeCell ref="D1:D4"/>', "merges_overlap"),
])  # fmt: skip
def test_each_broken_promise_is_found(written, old, new, code):
    data, promise = written
    edited = changed(data, SHEET, lambda xml: xml.replace(old, new, 1))
    assert code in codes(edited, _loose(promise))


def _loose(promise: Promise) -> Promise:
    """The promise without the members that rewriting the zip compresses anew."""
    return replace(promise, unchanged={})


def test_a_member_that_should_be_as_it_was_is_compared(written):
    data, promise = written
    edited = changed(data, "xl/theme/theme1.xml", lambda xml: xml.replace("Office", "Offlce", 1))
    assert "changed_member" in codes(edited, promise)


def test_a_name_without_cells_is_found(written):
    data, promise = written
    edited = changed(data, "xl/workbook.xml", lambda xml: xml.replace("!$A$1:$C$4", "!#REF!"))
    assert codes(edited, _loose(promise)) == {"lost_reference"}


def test_a_broken_zip_is_found(written):
    data, promise = written
    assert codes(data[:-30], promise) == {"damaged"}


def test_filling_goes_through_the_gate(monkeypatch):
    monkeypatch.setattr(filling, "pack", lambda members: b"")
    with pytest.raises(ProgramFault):
        compiled(CELLS).fill(record(name="表名", rows=[]))


def test_unchanged_members_keep_their_compressed_bytes():
    import io
    import zipfile

    from govdocs.opening import open_office_package
    from govdocs.rendering.xlsx import compile_xlsx
    from tests.rendering.xlsx.making import template

    source = with_shared_strings(template({"A1": "固定", "B1": "{{ name }}"}))
    data = compile_xlsx(source, name="t.xlsx").fill(record(name="甲")).data
    before, after = (open_office_package(file, "xlsx", name="t") for file in (source, data))
    assert before.raw("xl/theme/theme1.xml") == after.raw("xl/theme/theme1.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_value_may_hold_braces_of_its_own():
    compiled({"A1": "{{ name }}"}).fill(record(name="用 {{ 表示"))
