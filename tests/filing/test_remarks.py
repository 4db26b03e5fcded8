"""What a reader of the printed form could not see is told at once."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from govdocs.cli.app import app
from govdocs.errors import Problem
from govdocs.filing.build import build_case
from govdocs.place import CellPlace

REASON = "因汛期延长和部分设备到货晚于合同约定，安装调试相应顺延。"


def with_reason(hunan_file: Path, folder: Path, times: int) -> Path:
    text = hunan_file.read_text("utf-8")
    case = folder / "案卷.yaml"
    row = "    actual: 1263\n"
    assert row in text
    case.write_text(text.replace(row, f"{row}    reason: {REASON * times}\n"), "utf-8")
    return case


def test_a_reason_that_fits_into_its_row_is_nobodys_remark(
    hunan_file: Path, tmp_path: Path
) -> None:
    case = with_reason(hunan_file, tmp_path, 2)
    assert build_case(case, tmp_path / "out").remarks == ()


def test_a_reason_beyond_the_highest_row_of_excel_is_told_with_its_row(
    hunan_file: Path, tmp_path: Path
) -> None:
    case = with_reason(hunan_file, tmp_path, 40)
    [remark] = build_case(case, tmp_path / "out").remarks
    assert isinstance(remark, Problem)
    assert remark.code == "filing.text_cut"
    assert isinstance(remark.place, CellPlace)
    assert remark.place.file == "附件2.xlsx"
    shown = CliRunner().invoke(app, ["build", str(case), "-o", str(tmp_path / "again")])
    assert "409磅" in shown.output
    assert (
        f"第{remark.place.cell.removeprefix('A')}行" in shown.output
        or remark.place.cell in shown.output
    )
