"""F626: a table that states amounts says in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level, Spot
from govdocs.reading import Cell, Paragraph, Table
from govdocs.reading.tables.figures import figure_in

_MONEY = re.compile(
    r"(?:预算|资金|经费|补助|拨款|支出|收入|合同|投资)?(?:金额|总额)[:：]?|(?:总预算|全年预算|预算|决算|全年执行|支出|拨付|到位)数[:：]?"
    r"|(?:其中[:：])?(?:中央|省级|市级|县级|地方)(?:补助|资金|财政)[:：]?"
)
_UNIT = re.compile(r"(?<![美欧日])元|单位[:：]|[￥¥＄$]")
_SAID = re.compile(r"(?:金额|货币|计价|计量|以下|表中|本报告)[^。；]{0,12}单位[^。；]{0,8}元")
_SMALLEST = 100
_BEFORE, _AFTER = 4, 2


def money_units(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the tables with amounts in rows or columns of money: is 元 or 万元 said anywhere?

    Only where another table of the document says its own: there the office does say units.
    """
    blocks = subject.document.blocks
    if not any(_states_unit(table) for table in subject.document.tables):
        return
    if any(_SAID.search(p.text) for p in (*subject.document.paragraphs, *subject.document.notes)):
        return
    for at, block in enumerate(blocks):
        if not isinstance(block, Table) or block.depth:
            continue
        amounts = list(_amounts(block))
        if not amounts:
            continue
        around = (*blocks[max(0, at - _BEFORE) : at], *blocks[at + 1 : at + 1 + _AFTER])
        said = bool(block.unit) or any(
            _UNIT.search(b.text) for b in around if isinstance(b, Paragraph)
        )
        said = said or _states_unit(block)
        name, figure = amounts[0]
        spot = Spot(figure.path, f"{block.name}“{name}”", figure.text.strip(), place=figure.place)
        yield Judged(
            said, () if said else (spot,), (), "", {"table": block.name, "name": name},
            actual=figure.text.strip(),
        )  # fmt: skip


def _states_unit(table: Table) -> bool:
    return bool(table.unit) or any(_UNIT.search(cell.text) for cell in table.cells())


def _amounts(table: Table) -> Iterator[tuple[str, Cell]]:
    """Figures without a unit beside or beneath the words of money."""
    for cell in table.cells():
        if not _MONEY.fullmatch(cell.plain):
            continue
        for other in (table.at(cell.row, cell.column + cell.column_span), table.at(cell.row + cell.row_span, cell.column)):  # fmt: skip
            figure = None if other is None else figure_in(other.text)
            if other is None or figure is None or figure.unit is not None or "%" in other.text:
                continue
            if abs(figure.number) >= _SMALLEST:
                yield cell.plain.rstrip(":："), other


RULES = (
    DocumentRule(
        code="F626",
        name="表中金额写明单位",
        level=Level.NOTE,
        judge=money_units,
        what="同一文件里别的表写明了元、万元，而有“金额”“预算数”“资金总额”等的这个表，表题、表头、单位行、格子和文中都没有写明（提示）。",
        why="不写单位，元和万元相差一万倍，汇总时最容易弄错。",
        mend="在表的右上方写明“单位：万元”，或写在表头的括号里。",
        source="GB/T 15835-2011；财政报表惯例",
        sentences={"": "{table}“{name}”写的是{actual}，表里表外都没有写明是元还是万元"},
        example=DocumentExample(
            wrong="资金安排表\n|预算金额|总预算数：|44955|\n|其他|无|无|\n一、\n二、\n三、\n四、\n资金拨付表\n|项目|金额（万元）|\n|甲|10|\n|乙|20|",
            right="资金安排表\n单位：万元\n|预算金额|总预算数：|44955|\n|其他|无|无|\n一、\n二、\n三、\n四、\n资金拨付表\n|项目|金额（万元）|\n|甲|10|\n|乙|20|",
        ),
    ),
)
