"""The other sheets of the result workbook: summary, sources, coverage, what was left out, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from govdocs.rollup.result.columns import FigureColumn
from govdocs.rollup.result.explain import entry_of
from govdocs.rollup.result.units_sheet import cached

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from govdocs.rollup.result.book_formats import BookFormats
    from govdocs.rollup.result.units_sheet import UnitsSheet
    from govdocs.rollup.run import RollupRun

_SUMMARY = (
    "指标或资金项目",
    "汇总方式",
    "计量单位",
    "汇总数",
    "尾差",
    "精确合计",
    "加权合计（Σ值×权）",
    "权数合计",
    "完成档次",
    "计入单位数",
    "空白",
    "不适用",
    "未计入",
)


def _table(
    sheet: Worksheet, formats: BookFormats, title: str, heads: Sequence[str], widths: Sequence[int]
) -> None:
    sheet.write(0, 0, title, formats.title)
    for n, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.write(2, n, head, formats.head)
        sheet.set_column(n, n, width)
    sheet.freeze_panes(3, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)


def write_summary(
    sheet: Worksheet,
    formats: BookFormats,
    run: RollupRun,
    columns: Sequence[FigureColumn],
    units: UnitsSheet,
) -> None:
    """汇总表: one row a figure; the figures refer to the totals of the units' sheet."""
    record = run.record
    _table(
        sheet,
        formats,
        f"{record.unit}汇总表（{run.case.year}年度）",
        _SUMMARY,
        (36, 10, 10, 12, 14, 14, 18, 14, 24, 10, 10, 10, 10),
    )
    sheet.write(
        1,
        0,
        f"权数：{record.weight}；口径：{record.policy}；表式{record.form}，版本{record.version}；"
        f"名单{record.listed if record.listed is not None else '未提供'}个单位，"
        f"计入{len(record.units)}个，缺报{len(record.missing)}个",
        formats.note,
    )
    by_path = {column.figure.path: column for column in columns}
    for row, figure in enumerate(record.figures, 3):
        texts = (figure.name, figure.kind, figure.unit or "")
        for n, text in enumerate(texts):
            sheet.write_string(row, n, text, formats.words)
        column = by_path.get(figure.path)
        if column is not None:
            # A plain reference would turn an empty total into 0.
            cell = units.cell_of(column)
            sheet.write_formula(row, 3, f'=IF({cell}="","",{cell})', formats.total, cached(figure))
        else:
            _rate(sheet, row, formats, figure.path, cached(figure), columns, units, figure.decimals)
        rest: tuple[str | None, ...] = (
            figure.residue,
            figure.total,
            figure.weighted,
            figure.weights,
            figure.band,
            str(figure.covered),
            _count(figure.blank),
            _count(figure.not_applicable),
            _count(figure.left_out),
        )
        for n, word in enumerate(rest, 4):
            sheet.write_string(row, n, word or "", formats.words)


def _rate(
    sheet: Worksheet,
    row: int,
    formats: BookFormats,
    path: str,
    value: Any,
    columns: Sequence[FigureColumn],
    units: UnitsSheet,
    decimals: int,
) -> None:
    source = path.split(".")[1]
    a, b = (
        f"'逐级汇总'!{c.letters}${units.first}:{c.letters}${units.last}"
        for key in (f"{source}.budget", f"{source}.executed")
        for c in columns
        if c.key == key
    )
    both = f"ISNUMBER({a})*ISNUMBER({b})"
    formula = f'=IFERROR(ROUND(SUMPRODUCT({both},{b})/SUMPRODUCT({both},{a})*100,{decimals}),"")'
    sheet.write_formula(row, 3, formula, formats.total, value)


def _count(names: str | None) -> str:
    return str(len(names.split("、"))) if names else ""


def write_sources(
    book: Workbook, formats: BookFormats, run: RollupRun, columns: Sequence[FigureColumn]
) -> None:
    """来源: for each unit and figure the cell of its file; rows and order as in 逐级汇总."""
    sheet = book.add_worksheet("来源")
    heads = ["单位", "上级", "文件", "工作表", *(column.figure.name for column in columns)]
    _table(
        sheet,
        formats,
        "各单位数值所在的单元格（行列与“逐级汇总”对应；YAML 文件为 行:列）",
        heads,
        (16, 14, 30, 12, *(12 for _ in columns)),
    )
    for row, one in enumerate(run.returns, 3):
        for n, text in enumerate((one.name, one.parent or "", one.file, one.sheet)):
            sheet.write_string(row, n, text)
        for n, column in enumerate(columns, 4):
            address = entry_of(one, column.key).address
            if address:
                sheet.write_string(row, n, address)
    sheet.autofilter(2, 0, 2 + len(run.returns), len(heads) - 1)


def write_coverage(book: Workbook, formats: BookFormats, run: RollupRun) -> None:
    """覆盖情况: who is missing, and for each figure who is not in it."""
    sheet = book.add_worksheet("覆盖情况")
    _table(
        sheet,
        formats,
        "覆盖情况",
        ("项目", "计入单位数", "空白", "不适用", "未计入"),
        (36, 12, 50, 50, 50),
    )
    rows: list[tuple[str, ...]] = [
        (f.name, str(f.covered), _names(f.blank), _names(f.not_applicable), _names(f.left_out))
        for f in run.record.figures
    ]
    rows.append(("", "", "", "", ""))
    rows += [
        (f"缺报：{unit.name}", "", unit.reason, unit.parent or "", unit.level)
        for unit in run.record.missing
    ]
    _rows(sheet, formats, rows)


def write_left_out(book: Workbook, formats: BookFormats, run: RollupRun) -> None:
    """未计入内容: what units wrote and what is not in the result, with the reason."""
    sheet = book.add_worksheet("未计入内容")
    _table(
        sheet,
        formats,
        "未计入内容及原因",
        ("单位", "文件", "位置", "项目", "所填内容", "原因"),
        (16, 26, 16, 36, 30, 20),
    )
    _rows(
        sheet,
        formats,
        [
            (r.unit or "", r.file, r.place or "", r.what or "", r.written or "", r.reason)
            for r in run.record.left_out
        ],
    )


def write_reasons(book: Workbook, formats: BookFormats, run: RollupRun) -> None:
    """原因和措施: all that units wrote in words, whole."""
    sheet = book.add_worksheet("原因和措施")
    _table(
        sheet,
        formats,
        "各单位填写的原因、措施和说明",
        ("项目", "单位", "文件", "单元格", "内容"),
        (36, 16, 26, 10, 80),
    )
    names = {str(i.number): i.name for i in run.adding.definition.indicators}
    names |= {"achieved": "全年实际完成情况", "remark": "说明"}
    rows = [
        (names.get(key, key), one.name, one.file, address, text)
        for key in names
        for one in run.returns
        if key in one.texts
        for address, text in [one.texts[key]]
    ]
    _rows(sheet, formats, rows)


def _rows(sheet: Worksheet, formats: BookFormats, rows: Iterable[Sequence[str]]) -> None:
    for number, texts in enumerate(rows, 3):
        for n, text in enumerate(texts):
            sheet.write_string(number, n, text, formats.words)


def _names(names: str | None) -> str:
    text = names or ""
    return text if len(text) <= 30_000 else f"{text[:30_000]}……"
