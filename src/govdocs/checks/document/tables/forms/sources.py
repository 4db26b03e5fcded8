"""F602: a total with its 其中 rows by source of money, and columns of one row that add up to its 合计."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain, plus
from govdocs.checks.document.tables.columns.column_relations import relations_of
from govdocs.checks.document.tables.columns.head_formulas import formulas_of
from govdocs.checks.document.tables.columns.linear import Linear, has_unsplit, line_of
from govdocs.checks.document.tables.forms.form_pairs import form_pairs
from govdocs.finding import Level, Spot
from govdocs.model.quantity import Quantity
from govdocs.prose.words.near_miss import looks_like_slip
from govdocs.reading import Cell, Table
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import figure_in, is_blank, is_exact

_WHOLE = re.compile(
    r"(?:年度|项目|预算|投资|到位|资金)*(?:资金总额|总预算数?|预算总额|总投资|资金合计|预算合计)[:：]?(?:[（(].*)?|(?:全年)?总额[:：]?|年度(?:总?金额|资金)(?:[（(].*)?[:：]?"
)
_SOURCE = re.compile(
    r"(?:其中[:：])?(?:\d?[.、]?)?(?:(?:中央|自治区|上级|省级?|市级?|州级?|盟级?|旗级?|县级?|区级?|本级|地方|财政|当年|本年|年初|同级|[、和及与])*(?:财政)?(?:补助|资金|拨款|配套|安排|预算|拨付)+(?:资金)?|其他(?:资金|来源)?|自筹(?:资金)?|单位自筹|上年结转(?:资金)?|银行贷款|社会资本|债券资金)(?:[（(].*)?"
)


def money_by_source(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the total rows of forms (年度资金总额) against the sources that stand beneath them."""
    for table in subject.document.tables:
        for row in range(len(table.rows)):
            for label in {
                id(c): c for c in table.rows[row] if c is not None and c.row == row
            }.values():
                if _WHOLE.fullmatch(label.plain):
                    yield from _form(table, label)


def is_whole_money(label: str) -> bool:
    """Tell whether a row is the total of a form's money (年度资金总额), told by its sources."""
    return _WHOLE.fullmatch(label) is not None


def _form(table: Table, label: Cell) -> Iterator[Judged]:
    """Pair each figure right of the label with the figures under it in the rows of sources."""
    rows: list[Cell] = []
    seen: set[int] = set()
    marked = False
    for row in range(label.row + label.row_span, min(len(table.rows), label.row + 9)):
        line = [c for c in table.rows[row] if c is not None]
        names = [c for c in line if c.row == row and _SOURCE.fullmatch(c.plain)]
        if not names:
            break
        marked = marked or any(c.plain.startswith("其中") for c in line)
        for name in names:
            if id(name) not in seen:
                seen.add(id(name))
                rows.append(name)
    if len(rows) < 2 or not marked:
        return
    for column in range(label.column + label.column_span, table.width):
        total = table.at(label.row, column)
        if total is None or total.row != label.row or total.column != column:
            continue
        figure = figure_in(total.text)
        if figure is None or not is_exact(figure) or figure.unit_symbol in {"%", "％"}:
            continue
        parts = [_beside(table, name, column, label) for name in rows]
        yield from _judged(table, label, total, figure, rows, parts)


def _beside(table: Table, name: Cell, column: int, label: Cell) -> Cell | None:
    """The cell of a source: in the total's column, or right of its name where two stand in a row."""
    direct = table.at(name.row, column)
    after = table.at(name.row, name.column + name.column_span)
    aligned = name.column + name.column_span == label.column + label.column_span
    other = name.column != label.column and not aligned
    return after if other or direct is None else direct


def _judged(
    table: Table,
    label: Cell,
    total: Cell,
    figure: Quantity,
    names: list[Cell],
    parts: list[Cell | None],
) -> Iterator[Judged]:
    cells = [c for c in parts if c is not None and not is_blank(c.text)]
    figures = [f for c in cells if (f := figure_in(c.text)) is not None and is_exact(f)]
    if (
        not figures
        or len(figures) != len(cells)
        or {f.unit_symbol for f in figures} - {figure.unit_symbol}
    ):
        return
    added_up = sum((f.number for f in figures), Decimal(0))
    blank = [
        name.plain.removeprefix("其中：")
        for name, c in zip(names, parts, strict=True)
        if c is None or is_blank(c.text)
    ]
    held = cell_held(total, *cells)
    if added_up == figure.number:
        yield Judged(True, (), held)
        return
    where = f"{table.name}“{label.plain.rstrip('：:')}”"
    spots = (
        Spot(total.path, where, total.text.strip(), place=total.place),
        *(
            Spot(c.path, f"{table.name}“{name.plain[:20]}”", c.text.strip(), place=c.place)
            for name, c in zip(names, parts, strict=True)
            if c is not None
        ),
    )
    missing = bool(blank) and added_up < figure.number
    yield Judged(
        False, spots, held, "blank" if missing else "",
        {"where": where, "blank": "、".join(blank), "rest": plain(figure.number - added_up)},
        expected=plain(added_up), actual=plain(figure.number),
        arithmetic=f"{plus(figures)}＝{plain(added_up)}≠{plain(figure.number)}",
    )  # fmt: skip


def row_sums(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge columns against the columns that they add up or are the rest of, row by row."""
    for region in subject.regions:
        formulas = formulas_of(region, subject.notes_of(region.table))
        for one in relations_of(region, formulas):
            for row in region.rows:
                yield from _of_row(region, row, one)
            yield from _one_part_rows(region, one)


def _of_row(region: Region, row: Row, one: Linear) -> Iterator[Judged]:
    line = line_of(region, row, one)
    if line is None:
        return
    held = cell_held(*(region.cell(row.index, c) for c in one.columns))
    if line.holds:
        yield Judged(True, (), held)
        return
    if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} and has_unsplit(region, one):
        return
    words = "＋".join(plain(f.number) for f in line.added)
    words += "".join(f"－{plain(f.number)}" for f in line.taken)
    yield Judged(
        False, tuple(cell_spot(region, row, c) for c in one.columns), held, "row",
        {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
         "column": region.columns[one.target].last},
        expected=plain(line.value), actual=plain(line.total.number),
        arithmetic=f"{words}＝{plain(line.value)}≠{plain(line.total.number)}",
        level=None if one.named or one.telling else Level.WARNING,
    )  # fmt: skip


def _one_part_rows(region: Region, one: Linear) -> Iterator[Judged]:
    """Rows that fill one part and leave the others blank: where most such rows repeat the part as the
    total, blanks are noughts, and the row that differs by a slip is wrong."""
    if one.taken or len(one.added) < 2:
        return
    found = [(row, *pair) for row in region.rows if (pair := _only_part(region, row, one))]
    kept = [row for row, total, part, _ in found if total.number == part.number]
    broken = [line for line in found if line[0] not in kept]
    if len(kept) < 2 or len(broken) > 1:
        return
    for row, _, _, column in found:
        if row in kept:
            held = cell_held(region.cell(row.index, one.target), region.cell(row.index, column))
            yield Judged(True, (), held)
    for row, total, part, column in broken:
        finest = Decimal(1).scaleb(-max(total.decimals, part.decimals))
        if looks_like_slip(total.number - part.number, finest):
            yield Judged(
                False, (cell_spot(region, row, one.target), cell_spot(region, row, column)),
                cell_held(region.cell(row.index, one.target), region.cell(row.index, column)), "row",
                {"table": region.table.name, "row": row.label or f"第{row.index + 1}行",
                 "column": region.columns[one.target].last},
                expected=plain(part.number), actual=plain(total.number),
                arithmetic=f"{plain(part.number)}≠{plain(total.number)}", level=Level.WARNING,
            )  # fmt: skip


def _only_part(region: Region, row: Row, one: Linear) -> tuple[Quantity, Quantity, int] | None:
    """The total of a row, its only part and the part's column; None where more or none is filled."""
    cells = [region.cell(row.index, c) for c in one.columns]
    if any(c is None or c.row != row.index or c.row_span > 1 for c in cells):
        return None
    filled = [
        c for c in one.added if (cell := region.cell(row.index, c)) and not is_blank(cell.text)
    ]
    nought = [c for c in filled if (f := region.figure(row.index, c)) is not None and not f.number]
    filled = [c for c in filled if c not in nought]
    total = region.figure(row.index, one.target)
    if row.kind is RowKind.RATE or len(filled) != 1 or len(set(map(id, cells))) < len(cells):
        return None
    part = region.figure(row.index, filled[0])
    if total is None or part is None or not (is_exact(total) and is_exact(part)):
        return None
    if nought and len(nought) == len(one.added) - 1:
        return None  # a full row, told by its sum
    return (total, part, filled[0]) if total.unit_symbol == part.unit_symbol else None


def sums_of_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """All sums of a row or form that F602 speaks of."""
    yield from money_by_source(subject)
    yield from row_sums(subject)
    yield from form_pairs(subject)


RULES = (
    DocumentRule(
        code="F602",
        name="资金总额等于各来源之和，合计列等于各列之和",
        level=Level.ERROR,
        judge=sums_of_rows,
        what="“年度资金总额”“总预算数”等于其下“其中”各来源（中央、地方、其他资金）之和；表头印有公式（4=2-3）、“小计”“合计”与其他列同在一个上级表头下的，按表头查；其他“合计”“结余”“增减”列，先看多数行（至少两行）合于哪几列相加减，再查不合的行，表头没有写明的至少三行（疑似）；“已完成”“未完成”合成前一列，“收入”减“支出”是“结余”，按表头查；只填一项分项、其余空白的行，多数行合计等于该项的，不等的一行提示（疑似）；名称与数字相间的表里“资金总额”与其后各来源、支出与结余只差一个数字的也提示（疑似）。",
        why="总额常按调整前的数写，或漏了结转结余、地方配套的一行。",
        mend="核对总额与各来源；确有未列的来源，补填该行。",
        source="财预〔2018〕29号自评表；算术关系",
        sentences={
            "": "{where}写{actual}，其下各来源相加是{expected}：{arithmetic}",
            "blank": "{where}写{actual}，已填各来源相加是{expected}，相差{rest}，而“{blank}”空白",
            "pairs": "{table}“{row}”写{actual}，“{parts}”相加是{expected}：{arithmetic}",
            "row": "{table}“{row}”{column}写{actual}，同一行各列合得{expected}：{arithmetic}",
        },
        example=DocumentExample(
            wrong="|项目资金（万元）|全年预算数|全年执行数|\n|年度资金总额|500|400|\n|其中：中央补助|300|300|\n|地方资金|150|100|",
            right="|项目资金（万元）|全年预算数|全年执行数|\n|年度资金总额|450|400|\n|其中：中央补助|300|300|\n|地方资金|150|100|",
        ),
    ),
)
