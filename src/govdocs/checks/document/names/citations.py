"""F613: document numbers by their form and by what they are cited with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.names.near_numbers import near_numbers
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.words.folding import squeeze

_NUMBER = re.compile(
    r"(?P<organ>[一-龥]{1,10})[ 　]*(?P<open>[〔\[（(【〈])[ 　]*(?P<year>\d{2,5})[ 　]*(?P<close>[〕\]）)】〉])[ 　]*(?P<di>第)?[ 　]*(?P<number>\d+)[ 　]*号"
)
_TITLED = re.compile(
    r"《(?P<title>[^《》]{4,80}(?:〈[^〈〉]*〉[^《》]{0,20})?)》[ 　]*[（(](?P<cited>[^（）()]{0,12}[〔\[（(]\d{4}[〕\]）)][^（）()]{0,8}号)"
)
_UNFINISHED = re.compile(
    r"关于(?:印发|转发|发布)《[^《》]{4,60}》[ 　]*[（(][^（）()]{4,30}号[)）](?=[、，。；和及等的要])(?!的(?:通知|决定|公告))"
)
_UNENDED = re.compile(r"[一-龥]{2,10}〔(?:19|20)\d{2}〕第?\d{1,4}(?![\d号 　、，,\-—~至和及])")
_RULES = re.compile(r"(?:办法|规定|条例|细则|标准|规程|制度|规则|准则)(?:》的通知|〉的通知)?$")
"""Such a title is given once; notices of payments bear the same title year after year."""
_FIRST = 1949


def document_numbers(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every document number: brackets, four digits of the year, no padded zeros, one title."""
    yield from near_numbers(subject)
    titles: dict[str, tuple[str, Cited]] = {}
    numbers: dict[str, tuple[str, Cited]] = {}
    latest = _latest(subject)
    for passage in subject.passages:
        for match in _NUMBER.finditer(passage.text):
            cited = Cited(passage, match.span())
            details = {"label": passage.label}
            year = match["year"]
            if len(year) != 4 or not _FIRST <= int(year) <= 2100:
                yield Judged(
                    False,
                    (cited_spot(cited),),
                    (),
                    "year",
                    details,
                    actual=cited.text,
                    level=Level.WARNING,
                )
            elif latest and int(year) > latest + 1:  # a report is written the year after
                yield Judged(False, (cited_spot(cited),), (), "later", {**details, "year": str(latest)},
                             actual=cited.text, level=Level.WARNING)  # fmt: skip
            elif match["open"] + match["close"] != "〔〕":
                yield Judged(False, (cited_spot(cited),), (), "brackets", details,
                             expected=f"〔{year}〕", actual=cited.text, level=Level.NOTE)  # fmt: skip
            elif match["number"].startswith("0"):
                yield Judged(
                    False,
                    (cited_spot(cited),),
                    (),
                    "zero",
                    details,
                    actual=cited.text,
                    level=Level.NOTE,
                )
            else:
                yield Judged(True, ())
        for match in _UNENDED.finditer(passage.text):
            yield Judged(False, (cited_spot(Cited(passage, match.span())),), (), "unended",
                         {"label": passage.label}, actual=match[0], level=Level.WARNING)  # fmt: skip
        for match in _UNFINISHED.finditer(passage.text):
            yield Judged(False, (cited_spot(Cited(passage, match.span())),), (), "notice",
                         {"label": passage.label}, actual=match[0][:30], level=Level.NOTE)  # fmt: skip
        for match in _TITLED.finditer(passage.text):
            number, title = squeeze(match["cited"]), squeeze(match["title"])
            cited = Cited(passage, match.span())
            first = titles.setdefault(number, (title, cited))
            if first[0] != title and not (first[0] in title or title in first[0]):
                yield Judged(
                    False, (cited_spot(cited), cited_spot(first[1])), (), "title",
                    {"label": passage.label, "number": number}, expected=first[0], actual=title, level=Level.WARNING,
                )  # fmt: skip
            if not _RULES.search(title):
                continue
            earlier = numbers.setdefault(title, (number, cited))
            if _plain(earlier[0]) != _plain(number):
                yield Judged(
                    False, (cited_spot(cited), cited_spot(earlier[1])), (), "number",
                    {"label": passage.label, "title": title[:40]}, expected=earlier[0], actual=number,
                    level=Level.WARNING,
                )  # fmt: skip


def _plain(number: str) -> str:
    """A number without its brackets: their form is told of itself."""
    return re.sub(r"[〔\[（(〕\]）)第]", "", number)


def _latest(subject: DocumentSubject) -> int | None:
    """The last year that the text names in a date: nothing cited can be younger."""
    years = [
        int(y) for p in subject.document.paragraphs for y in re.findall(r"(20\d{2}) *年", p.text)
    ]
    chinese = [
        p.text.strip()
        for p in subject.document.paragraphs
        if re.match(r"二[〇○零O0]", p.text.strip())
    ]
    for text in chinese:
        digits = "".join(
            str("零一二三四五六七八九".find(c.replace("〇", "零").replace("○", "零")))
            for c in text[:4]
        )
        if digits.isdigit():
            years.append(int(digits))
    return max(years, default=None)


RULES = (
    DocumentRule(
        code="F613",
        name="文号写法规范、前后一致",
        level=Level.WARNING,
        judge=document_numbers,
        what="发文字号年份四位，用六角括号〔〕（提示），序号不编虚位（提示），年份不晚于文中最晚的年份；同一文号引的是同一个标题，同一办法、规定引的是同一个文号；不带标题而“按照……号文件要求”的，与带标题引过的文号只差一位数字的，提示核对；“该办法（……号）”“根据……号第十五条”按前文引过标题的文号核对；序号之后有“号”字。",
        why="文号写错，读者找不到所依据的文件。",
        mend="按原文件更正。",
        source="GB/T 9704-2012，7.2.5",
        sentences={
            "year": "{label}文号“{actual}”的年份不是四位数",
            "later": "{label}文号“{actual}”的年份晚于文中最晚的年份{year}年",
            "brackets": "{label}文号“{actual}”的年份应用六角括号，写作“{expected}”",
            "notice": "{label}“{actual}”之后缺“的通知”",
            "unended": "{label}文号“{actual}”之后缺“号”字",
            "near": "{label}引的文号{actual}，与前后文《{title}》的文号{expected}只差一位数字，全文只此一处，请核对",
            "number": "{label}引《{title}》的文号是{actual}，另一处是{expected}",
            "zero": "{label}文号“{actual}”的序号编了虚位",
            "title": "{label}引文号{number}的标题是“{actual}”，另一处是“{expected}”",
        },
        example=DocumentExample(
            wrong="根据《项目支出绩效评价管理办法》（财预〔202〕10号），2023年开展评价。",
            right="根据《项目支出绩效评价管理办法》（财预〔2020〕10号），2023年开展评价。",
        ),
    ),
)
