"""F611, F612: references that lead nowhere, labels and numbers of tables, attachments and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_spot, cited_spot, paragraph_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import is_whole_list
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.words.numerals import chinese_number
from govdocs.reading import Paragraph

_TABLE = re.compile(
    r"(?<![代发报附])(?:[见如]|详见|参见|情况见|下)?[（(]?表 *(?P<number>\d+[-－]\d+|\d{1,2})(?![-\d.年月])"
)
_SEEN = re.compile(r"(?:详|参|情况|如)?[见如]")
_ATTACHED = re.compile(
    r"(?:详?见|[（(](?:见|详见)?)附(?P<kind>件|表) *(?P<number>\d{1,2}|[一二三四五六七八九十])(?:[)）]|$|[，。；、])"
)
_FOLLOWED = re.compile(
    r"(?:按照?|依照|参照|对照|填写|填报|使用|报送|根据|以)附件 *(?P<number>\d{1,2}|[一二三四五六七八九十])(?![\d.年月])(?!号)"
)
"""按附件2分解: the own list's attachment, where the document has such a list of two at least."""
_RANGE = re.compile(
    r"附(?P<kind>件|表) *(?P<first>\d{1,2}|[一二三四五六七八九十]) *(?:至|到|[-—~－～]) *(?:附[件表])? *(?P<number>\d{1,2}|[一二三四五六七八九十])(?![\d.年月号条])"
)
_LIST = re.compile(r"^附(?P<kind>件|表)[：:] *(?P<rest>.*)$")
_ITEM = re.compile(r"^(?P<number>\d{1,2}) *[.、．]")
_TITLE = re.compile(
    r"^附(?P<kind>件|表) *(?P<number>\d{1,2}|[一二三四五六七八九十])?(?: *[：:].*|[ 　].{0,60})?$"
)
_LEVEL_NUMBER = (
    (1, re.compile(r"([一二三四五六七八九十]{1,3})、")),
    (2, re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]")),
    (3, re.compile(r"(\d{1,2})(?:[、．]|\.(?!\d))")),
)


def references(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge references to tables and attachments, and whether attachments bear one label."""
    yield from _tables(subject)
    yield from _attachments(subject)


def _tables(subject: DocumentSubject) -> Iterator[Judged]:
    numbers = {table.number for table in subject.document.tables if table.number}
    captions = {t.caption.path for t in subject.document.tables if t.caption is not None}
    captioned = "".join(
        p.text for p in subject.document.paragraphs if re.match(r" *(?:续?表) *\d", p.text)
    )
    if not numbers:
        return
    for passage in subject.body:
        if passage.path in captions or re.match(r" *(?:续?表) *\d", passage.text):
            continue
        for match in _TABLE.finditer(passage.reading.folded):
            number = match["number"].replace("－", "-")
            if ("-" in number) != any("-" in n for n in numbers):
                continue
            beyond = number.isdigit() and int(number) > len(subject.document.tables)
            if "-" not in number and len(numbers) < 2 and not (beyond and _SEEN.match(match[0])):
                continue  # 表1 may be a form that the text only speaks of
            holds = number in numbers or f"表{number}" in captioned.replace(" ", "")
            cited = Cited(passage, (match.start(), match.end()))
            yield Judged(holds, () if holds else (cited_spot(cited),), (), "table",
                         {"label": passage.label, "known": "、".join(f"表{n}" for n in sorted(numbers))},
                         actual=f"表{number}")  # fmt: skip


def _attachments(subject: DocumentSubject) -> Iterator[Judged]:
    paragraphs = subject.document.paragraphs
    listed, kind_listed, head = _listed(paragraphs)
    titles: list[tuple[Paragraph, str, int | None]] = []
    for paragraph in paragraphs:
        found = _TITLE.match(paragraph.text.strip())
        if found is None or _LIST.match(paragraph.text.strip()) or len(paragraph.text) > 60:
            continue
        titles.append((paragraph, found["kind"], _number(found["number"])))
    numbers = {n for _, _, n in titles if n} | set(listed)
    kinds = Counter(kind for _, kind, _ in titles)
    if head is not None and titles and kind_listed not in kinds:
        first, kind, _ = titles[0]
        yield Judged(
            False, (paragraph_spot(head, "附件说明", head.text.strip()[:30]), paragraph_spot(first, "附件标题", first.text.strip()[:30])),
            (), "kind", {}, expected=f"附{kind}", actual=f"附{kind_listed}", level=Level.NOTE,
        )  # fmt: skip
    if not numbers:
        return
    if len(listed) > 1:
        yield from _followed(subject, numbers)
    if len(numbers) > 1 and numbers == set(range(1, max(numbers) + 1)):
        yield from _ranges(subject, numbers)
    for passage in subject.body:
        for match in _ATTACHED.finditer(passage.reading.folded):
            number = _number(match["number"])
            holds = number in numbers
            cited = Cited(passage, match.span())
            stands = next((k for _, k, n in titles if n == number), match["kind"])
            if holds and match["kind"] not in kinds and stands != match["kind"]:
                yield Judged(False, (cited_spot(cited),), (), "label", {"label": passage.label},
                             expected=f"附{stands}{match['number']}",
                             actual=f"附{match['kind']}{match['number']}", level=Level.NOTE)  # fmt: skip
                continue
            yield Judged(holds, () if holds else (cited_spot(cited),), (), "attachment",
                         {"label": passage.label, "known": "、".join(f"附件{n}" for n in sorted(numbers))},
                         actual=f"附{match['kind']}{match['number']}", level=Level.WARNING)  # fmt: skip


def _ranges(subject: DocumentSubject, numbers: set[int]) -> Iterator[Judged]:
    """附表1至附表5 where the paper's own end with the second."""
    for passage in subject.body:
        for match in _RANGE.finditer(passage.reading.folded):
            last = _number(match["number"])
            if _number(match["first"]) != 1 or last is None:
                continue
            holds = last in numbers
            cited = Cited(passage, match.span())
            yield Judged(holds, () if holds else (cited_spot(cited),), (), "attachment",
                         {"label": passage.label, "known": "、".join(f"附{match['kind']}{n}" for n in sorted(numbers))},
                         actual=f"附{match['kind']}{match['number']}", level=Level.WARNING)  # fmt: skip


def _followed(subject: DocumentSubject, numbers: set[int]) -> Iterator[Judged]:
    for passage in subject.body:
        for match in _FOLLOWED.finditer(passage.reading.folded):
            holds = _number(match["number"]) in numbers
            cited = Cited(passage, match.span())
            yield Judged(holds, () if holds else (cited_spot(cited),), (), "attachment",
                         {"label": passage.label, "known": "、".join(f"附件{n}" for n in sorted(numbers))},
                         actual=f"附件{match['number']}", level=Level.WARNING)  # fmt: skip


def _listed(paragraphs: tuple[Paragraph, ...]) -> tuple[list[int], str, Paragraph | None]:
    """The numbers of the list behind 附件：, its word (件 or 表), and where it begins."""
    for at, paragraph in enumerate(paragraphs):
        found = _LIST.match(paragraph.text.strip())
        if found is None:
            continue
        numbers: list[int] = []
        for text in (found["rest"], *(p.text.strip() for p in paragraphs[at + 1 : at + 12])):
            item = _ITEM.match(text)
            if item is None:
                if numbers or text != found["rest"]:
                    break
                continue
            numbers.append(int(item["number"]))
        return numbers or [1], found["kind"], paragraph
    return [], "", None


def _number(text: str | None) -> int | None:
    if not text:
        return None
    value = int(text) if text.isdigit() else chinese_number(text)
    return None if value is None else int(value)


def numbers_in_order(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the numbers of headings, of captions, and of rows."""
    yield from _headings(subject)
    yield from _captions(subject)
    yield from _row_numbers(subject)


def _headings(subject: DocumentSubject) -> Iterator[Judged]:
    """Headings of one level under one parent count on from one another.

    A paragraph that runs on behind its number (2.评价范围。本次……) counts too, but is never
    told of itself: its number may be that of a list.
    """
    last: dict[tuple[str, ...], int] = {}
    for paragraph in subject.document.paragraphs:
        text = paragraph.full.strip()
        if _TITLE.match(text):
            last.clear()
        style, number = _typed_number(text)
        if number is None:
            continue
        above = tuple(h for h in paragraph.headings if not 0 < style <= _typed_number(h)[0])
        key = (*above, str(style))
        before = last.get(key)
        if not paragraph.level:
            if number == (before or 0) + 1:
                last[key] = number
            continue
        last[key] = number
        if before is None or number == 1:
            continue
        holds = number == before + 1
        yield Judged(
            holds, () if holds else (paragraph_spot(paragraph, f"标题“{text[:24]}”", text[:30]),), (), "heading",
            {"heading": text[:24], "before": str(before)}, expected=str(before + 1), actual=str(number),
            level=Level.WARNING,
        )  # fmt: skip


def _typed_number(text: str) -> tuple[int, int | None]:
    """The level and value of the number that a text begins with; (0, None) for none."""
    for level, pattern in _LEVEL_NUMBER:
        found = pattern.match(text.strip())
        if found is not None:
            return level, _number(found[1])
    return 0, None


def _captions(subject: DocumentSubject) -> Iterator[Judged]:
    """A caption bears the word 表 as the others do, and no number twice."""
    tables = [t for t in subject.document.tables if t.number and t.caption is not None]
    seen: dict[str, str] = {}
    for table in tables:
        caption = table.caption
        assert caption is not None
        text = caption.full.strip()
        labelled = re.match(r"(?:续|附)*表", text) is not None
        spot = paragraph_spot(caption, f"表题“{text[:24]}”", text[:30])
        if len(tables) > 1 and not labelled:
            yield Judged(
                False,
                (spot,),
                (),
                "caption",
                {"caption": text[:30]},
                actual=text[:30],
                level=Level.NOTE,
            )
        key = f"{text[:1]}{table.number}"
        again = key in seen and not text.startswith("续") and seen[key] != text
        if labelled:
            yield Judged(not again, (spot,) if again else (), (), "same",
                         {"number": table.number, "first": seen.get(key, "")}, actual=text[:30])  # fmt: skip
            seen.setdefault(key, text)


def _row_numbers(subject: DocumentSubject) -> Iterator[Judged]:
    """序号 runs on from row to row."""
    for region in subject.regions:
        column = next((c.index for c in region.columns if c.name == "序号"), None)
        if column is None or not is_whole_list(region):
            continue
        going_on = region.table.path[1] != 0
        before = 0
        for row in region.rows:
            figure, cell = region.figure(row.index, column), region.cell(row.index, column)
            if figure is None or cell is None or cell.row != row.index or figure.decimals:
                continue
            number = int(figure.number)
            first = before == 0 and going_on  # a table may go on with the numbers of the one before
            holds = number == before + 1 or number == 1 or first
            yield Judged(
                holds, () if holds else (cell_spot(region, row, column),), (), "row",
                {"table": region.table.name, "row": row.label or f"第{row.index + 1}行", "before": str(before)},
                expected=str(before + 1), actual=str(number), level=Level.WARNING,
            )  # fmt: skip
            before = number


RULES = (
    DocumentRule(
        code="F611",
        name="所引的表和附件存在",
        level=Level.WARNING,
        judge=references,
        what="正文“见表×”“见附件×”“附表1至附表×”的表和附件在文中；附件说明写“附表”的，附件标题也写“附表”，正文提到时同名（提示）。",
        why="增删表格之后编号变了，正文指向的表就找不到了。",
        mend="更正编号，或补上缺的表、附件。",
        source="GB/T 9704-2012，7.3.4、7.3.7；文义",
        sentences={
            "table": "{label}提到{actual}，文中只有{known}",
            "attachment": "{label}提到{actual}，文中只有{known}",
            "label": "{label}提到“{actual}”，文后标题写的是“{expected}”",
            "kind": "附件说明写“{actual}”，附件标题写“{expected}”",
        },
        example=DocumentExample(
            wrong="明细见表1-3。\n表1-1 资金表\n|单位|金额|\n|甲|1|\n|乙|2|\n表1-2 得分表\n|单位|得分|\n|甲|1|\n|乙|2|",
            right="明细见表1-1。\n表1-1 资金表\n|单位|金额|\n|甲|1|\n|乙|2|\n表1-2 得分表\n|单位|得分|\n|甲|1|\n|乙|2|",
        ),
    ),
    DocumentRule(
        code="F612",
        name="标题、表题和序号连续",
        level=Level.WARNING,
        judge=numbers_in_order,
        what="同级标题的序号连续；两个表不用同一编号，表题都带“表”字（提示）；表中“序号”连续。",
        why="跳号、重号说明删改过内容而没有整理。",
        mend="重排序号，连同正文的引用一并更正。",
        source="GB/T 9704-2012，7.3.3；文义",
        sentences={
            "heading": "标题“{heading}”的序号是{actual}，前一个是{before}",
            "caption": "表题“{caption}”缺“表”字",
            "same": "两个表的编号都是{number}：“{first}”“{actual}”",
            "row": "{table}“{row}”的序号是{actual}，前一行是{before}",
        },
        example=DocumentExample(
            wrong="一、基本情况\n二、主要做法\n四、存在问题",
            right="一、基本情况\n二、主要做法\n三、存在问题",
        ),
    ),
)
