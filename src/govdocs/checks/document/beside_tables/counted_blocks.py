"""F642: counts of the prose against what follows or stands before it: rows, numbered paragraphs, sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_held, cited_spot, table_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import is_whole_list
from govdocs.finding import Level, Spot
from govdocs.prose.figure import ProseFigure, Role, Sort
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.numerals import chinese_number
from govdocs.reading import Paragraph, Table
from govdocs.reading.paper import Block
from govdocs.reading.tables import Region, RowKind

_NEXT = re.compile(
    r"(?:情况|明细|名单|安排|分配|具体|结果)?(?:详?见下表|如下表|如下|列表如下|见下表)[：:。]?$"
)
_THING = re.compile(
    r"期|批次?|县区|市县|县|区|乡镇|镇|街道|村|社区|学校|医院|卫生院|企业|公司|单位|部门|机构|项目|标段|季度|年度|类"
)
_COUNT = re.compile(
    r"(?<![第\d一二三四五六七八九十])[\d一二两三四五六七八九十]+ *(?:个|家|期|批|项|所|户|处)"
)
_SUMMED = re.compile(
    r"(?:以上|上述)(?P<count>\d{1,2}|[二两三四五六七八九十]{1,2}) *(?:大?项|个?方面|类|部分|笔|款)?(?:资金|经费|支出|收入|补贴|补助)?(?:合计|共计|总计|累计|相加|共)"
)
_ITEM = re.compile(
    r"^ *(?:[（(])?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[.．、）)])(?!\d)"
)
_REPORTED = re.compile(r"(?:报告|汇报|情况|说明|通报)(?:报告|汇报|说明|通报)?如下[：:。]?$")
_ASPECTS = re.compile(
    r"(?P<count>\d{1,2}|[二两三四五六七八九十]{1,2}) *个?(?P<noun>方面|大类|部分|领域|板块)"
)
_ALIKE = 6
"""Headings that end in so many equal characters list things of one kind."""
_NAME = 3
_WINDOW, _MOST_ITEMS = 4, 30


def counted_blocks(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge counts that announce the table or the sections after them, or sum up the points before them."""
    blocks = subject.document.blocks
    passages = {passage.path: passage for passage in subject.body}
    for at, block in enumerate(blocks):
        passage = passages.get(block.path)
        if passage is None or not isinstance(block, Paragraph):
            continue
        table = next((b for b in blocks[at + 1 : at + _WINDOW] if isinstance(b, Table)), None)
        if table is not None and _NEXT.search(passage.reading.folded.strip()):
            yield from _rows(subject, passage, table)
        yield from _summed(passage, blocks[max(0, at - _MOST_ITEMS) : at])
        if _REPORTED.search(passage.reading.folded.strip()):
            yield from _sections(passage, [b for b in blocks[at + 1 :] if isinstance(b, Paragraph)])


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text.isdigit() else chinese_number(text.replace("两", "二"))


def _rows(subject: DocumentSubject, passage: Passage, table: Table) -> Iterator[Judged]:
    """债券分3期发行，情况如下： and a table whose every row names a 期."""
    reading = passage.reading
    last = len(reading.layout.sentence_starts) - 1
    counted = [
        (figure, thing)
        for figure in reading.measures
        if figure.sentence == last and _counts(figure)
        and (thing := _thing(passage, figure))
    ]  # fmt: skip
    regions = subject.regions_of(table)
    sentence = reading.sentence(last)
    if len(counted) != 1 or len(regions) != 1 or len(_COUNT.findall(sentence)) > 1:
        return
    figure, thing = counted[0]
    rows = _named_rows(regions[0], thing)
    if rows < 2:
        return
    yield from _listed_rows(passage, table, regions[0], thing, rows)
    cited, number = Cited.of(passage, figure), int(figure.number)
    yield Judged(
        rows == number, () if rows == number else (cited_spot(cited), table_spot(table, f"{rows}行")),
        cited_held(cited), "rows", {"label": passage.label, "table": table.name, "noun": thing},
        expected=str(rows), actual=figure.text,
    )  # fmt: skip


def _listed_rows(
    passage: Passage, table: Table, region: Region, thing: str, rows: int
) -> Iterator[Judged]:
    """对甲局、乙局等5个部门进行了审计, in the paragraph that announces the table of these."""
    reading = passage.reading
    labels = "、".join(row.label for row in region.rows)
    for figure in reading.measures:
        if not _counts(figure) or _thing(passage, figure) != thing:
            continue
        if figure.sentence == len(reading.layout.sentence_starts) - 1:
            continue
        start = reading.layout.clause_starts[figure.clause]
        words = reading.folded[start : figure.span[0]].strip()
        names = [name for name in re.split(r"、|和|及", words.removesuffix("等")) if name]
        if not words.endswith("等") or len(names) < 2 or "其中" in words:
            continue
        known = all(name[-_NAME:] in labels for name in names) and all(map(_is_long, names))
        number = int(figure.number)
        if not known or number == len(names) or (number < rows and figure.sentence > 0):
            continue
        cited = Cited.of(passage, figure)
        yield Judged(
            rows == number, () if rows == number else (cited_spot(cited), table_spot(table, f"{rows}行")),
            cited_held(cited), "rows", {"label": passage.label, "table": table.name, "noun": thing},
            expected=str(rows), actual=figure.text,
        )  # fmt: skip


def _is_long(name: str) -> bool:
    return len(name) >= _NAME


def _thing(passage: Passage, figure: ProseFigure) -> str:
    """What a count counts, from its unit and the few words behind it."""
    words = passage.reading.folded[figure.span[1] - 1 : figure.span[1] + 5]
    found = _THING.search(re.split(r"[，。；：、\d（(]", words)[0])
    return found[0] if found is not None else ""


def _counts(figure: ProseFigure) -> bool:
    return (
        figure.sort is Sort.MEASURE
        and figure.exact
        and figure.counts
        and figure.number >= 1
        and figure.role not in {Role.EACH, Role.DIFFERENCE}
    )


def _named_rows(region: Region, thing: str) -> int:
    """How many rows a table has that are each one of what is counted; 0 where that is not certain."""
    if not region.names or not is_whole_list(region):
        return 0
    rows = [row for row in region.rows if row.kind is RowKind.ITEM]
    if len(rows) != sum(row.kind not in {RowKind.TOTAL, RowKind.SUBTOTAL} for row in region.rows):
        return 0
    endings = "县区市" if thing in {"县", "区", "县区", "市县"} else thing[-1]
    if thing in {"乡镇", "镇", "街道"}:
        endings = "乡镇道"
    for column in region.names:
        cells = [region.cell(row.index, column) for row in rows]
        labels = [re.sub(r"[（(][^（）()]*[)）]", "", cell.plain) for cell in cells if cell]
        if len(set(labels)) != len(rows) or any("其他" in label for label in labels):
            continue
        named = all(label and label[-1] in endings for label in labels)
        if named or (len(thing) > 1 and thing in region.columns[column].last):
            return len(rows)
    return 0


def _summed(passage: Passage, before: Sequence[Block]) -> Iterator[Judged]:
    """以上四项合计 after paragraphs 1. to 4."""
    found = _SUMMED.match(passage.reading.folded.lstrip())
    number = _number(found["count"]) if found is not None else None
    if found is None or number is None:
        return
    items: list[Paragraph] = []
    for paragraph in reversed(before):
        match = _ITEM.match(paragraph.full) if isinstance(paragraph, Paragraph) else None
        if match is None or not isinstance(paragraph, Paragraph):
            break
        items.append(paragraph)
        if _number(match["number"]) == 1:
            break
    numbers = [_number(m["number"]) for p in items if (m := _ITEM.match(p.full)) is not None]
    if len(items) < 2 or numbers != [Decimal(n) for n in range(len(items), 0, -1)]:
        return
    lead = len(passage.reading.folded) - len(passage.reading.folded.lstrip())
    cited = Cited(passage, (lead + found.start("count"), lead + found.end("count")))
    first = items[-1]
    spot = Spot(first.path, passage.label, first.full[:20], place=first.place)
    yield Judged(
        number == len(items), () if number == len(items) else (cited_spot(cited), spot),
        (), "summed", {"label": passage.label}, expected=str(len(items)), actual=cited.text,
    )  # fmt: skip


def _sections(passage: Passage, after: list[Paragraph]) -> Iterator[Judged]:
    """涉及4个方面…现报告如下：, and sections after it whose headings end alike."""
    if not after or not after[0].level:
        return
    found = list(_ASPECTS.finditer(passage.reading.folded))
    level = after[0].level
    heads: list[str] = []
    for paragraph in after:
        if paragraph.level and paragraph.level < level:
            break
        if paragraph.level == level:
            heads.append(re.split(r"[。：:（(]", paragraph.full)[0].strip())
    if len(found) != 1 or len(heads) < 2 or len({head[-_ALIKE:] for head in heads}) != 1:
        return
    number = _number(found[0]["count"])
    if number is None or min(map(len, heads)) <= _ALIKE:
        return
    cited = Cited(passage, found[0].span("count"))
    yield Judged(
        number == len(heads), () if number == len(heads) else (cited_spot(cited),),
        cited_held(cited), "sections", {"label": passage.label, "noun": found[0]["noun"], "last": heads[-1]},
        expected=str(len(heads)), actual=cited.text,
    )  # fmt: skip


RULES = (
    DocumentRule(
        code="F642",
        name="个数与表的行数、前后各段相符",
        level=Level.WARNING,
        judge=counted_blocks,
        what="“分3期发行，情况如下：”之后表中逐期列出的行数，“以上四项合计”之前编了号的各段，“涉及四个方面……报告如下：”之后同类标题的小节，个数与写明的个数相等。行名不全是所说事物、表有“其他”行或省略行、标题不同类的，不作比较。",
        why="增删了一行、一段而没有改个数，是修改稿里的常见痕迹。",
        mend="更正个数，或补上、删去一项。",
        source="文义与数字一致",
        sentences={
            "rows": "{label}写“{actual}”，{table}列出的{noun}是{expected}行",
            "summed": "{label}写以上{actual}项，前面编号的有{expected}项",
            "sections": "{label}写“{actual}个{noun}”，后面同类标题有{expected}个（最后一个“{last}”）",
        },
        example=DocumentExample(
            wrong="债券分2期发行，情况如下：\n|批次|金额（万元）|\n|第一期|500|\n|第二期|300|\n|第三期|200|\n|合计|1000|",
            right="债券分3期发行，情况如下：\n|批次|金额（万元）|\n|第一期|500|\n|第二期|300|\n|第三期|200|\n|合计|1000|",
        ),
    ),
)
