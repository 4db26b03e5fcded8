"""F621: absolute claims (资金全部拨付到位) against rates of the tables; goals of a form left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.concepts import Concept, columns_for
from govdocs.finding import Level, Spot
from govdocs.model.units import PERCENT
from govdocs.prose.judgement import Cited
from govdocs.reading import Cell
from govdocs.reading.tables import Region, RowKind
from govdocs.reading.tables.figures import is_blank

_ALL = re.compile(
    r"(?:所有|全部)?(?:[^，。；：]{0,12}(?:资金|经费|补助款?|补贴))[^，。；：]{0,6}(?:全部|全额|均已?|100%)[^，。；：]{0,8}(?:拨付|支付|发放|执行|支出|下达)(?:到位|完毕|完成)?"
)
_NOT_YET = re.compile(
    r"确保|将|力争|要求|争取|应当?|需要?|必须|计划|拟|基本|大部分|督促|保障|是否|未|不|尚|部分|规定|时限"
)
_OWNER = re.compile(
    r"中央|省|自治区|[市州盟](?:级|本级|财政)|[县区旗](?:级|本级|财政)|地方|配套|自筹|债券|社会"
)
"""Whose money a claim is about: rates of the whole say nothing of it."""
_GOALS = re.compile(r"(?:年初|预期|年度)(?:设定)?(?:总体)?目标|(?:全年)?(?:实际|目标)完成情况")


def absolute_claims(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge claims that all money was paid by the rates of execution and of timely payment."""
    below = [spot for region in subject.regions for spot in _below(region)]
    yield from _blank_goals(subject)
    if not below:
        return
    for passage in subject.body:
        for match in _ALL.finditer(passage.reading.folded):
            if _NOT_YET.search(match[0]):
                continue
            owner = _OWNER.search(re.split(r"全部|全额|均|100%", match[0])[0])
            if owner is not None and not any(owner[0] in spot.label for spot in below):
                continue
            yield Judged(
                False, (cited_spot(Cited(passage, match.span())), *below), cell_held(), "",
                {"label": passage.label, "claim": match[0]},
                actual="、".join(f"{spot.label}{spot.shown}" for spot in below[:3]), level=Level.WARNING,
            )  # fmt: skip


def _below(region: Region) -> Iterator[Spot]:
    """The whole money's rate, and indicators of payment, where they are below 100%."""
    for column in columns_for(region, Concept.SPENT_RATE):
        row = next((r for r in region.rows if r.kind is RowKind.TOTAL), None)
        figure = None if row is None else region.figure(row.index, column)
        if row is not None and figure is not None and Decimal(1) < figure.number < 100:
            yield cell_spot(region, row, column)
    for column in columns_for(region, Concept.ACTUAL):
        for row in region.rows:
            figure = region.figure(row.index, column)
            if figure is None or figure.kind != PERCENT or figure.number >= 100:
                continue
            if re.search(r"(?:资金|预算|经费|补贴).{0,4}(?:拨付|支付|发放|到位)", row.label):
                yield cell_spot(region, row, column)


def _blank_goals(subject: DocumentSubject) -> Iterator[Judged]:
    """年初设定目标 and 全年实际完成情况 with nothing beneath them."""
    for table in subject.document.tables:
        for row in range(len(table.rows) - 1):
            heads = {id(c): c for c in table.rows[row] if c is not None and c.row == row}
            named = [c for c in heads.values() if _GOALS.fullmatch(c.plain)]
            if len(named) != 2:
                continue
            beneath: list[Cell | None] = [table.at(row + 1, c.column) for c in named]
            cells = [c for c in beneath if c is not None and c.row == row + 1]
            if len(cells) == 2 and all(is_blank(c.text) for c in cells):
                spots = tuple(
                    Spot(c.path, f"{table.name}“{name.plain}”", "", place=c.place)
                    for c, name in zip(cells, named, strict=True)
                )
                yield Judged(
                    False,
                    spots,
                    (),
                    "blank",
                    {"table": table.name, "names": "、".join(c.plain for c in named)},
                )


RULES = (
    DocumentRule(
        code="F621",
        name="绝对化表述与表相符，目标栏不空",
        level=Level.ERROR,
        judge=absolute_claims,
        what="正文称资金全部拨付到位，而表中资金总额的执行率或资金拨付类指标低于100%的，提示核对；自评表“年初设定目标”“全年实际完成情况”两栏不空。",
        why="“所有资金全部按时拨付到位”与执行率95%放在同一份文件里，审核人员首先会问这一处。",
        mend="按数据改写；补写目标和完成情况。",
        source="财预〔2018〕29号自评表；抽查复核“结论与数据相符”",
        sentences={
            "": "{label}称“{claim}”，而{actual}",
            "blank": "{table}的{names}都是空白",
        },
        example=DocumentExample(
            wrong="所有资金全部按时拨付到位。\n|项目资金（万元）|全年预算数|全年执行数|执行率|\n|年度资金总额|500|475|95%|\n|其中：中央补助|300|285|95%|\n|地方资金|200|190|95%|",
            right="资金已拨付九成以上。\n|项目资金（万元）|全年预算数|全年执行数|执行率|\n|年度资金总额|500|475|95%|\n|其中：中央补助|300|285|95%|\n|地方资金|200|190|95%|",
        ),
    ),
)
