"""F649: what a paper tells as done, dated after the paper itself: 2023年9月 on the cover, 于2023年11月3日进场."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot, paragraph_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.numerals import chinese_number
from govdocs.reading import Paragraph

_DIGIT = "〇○零一二三四五六七八九"
_OWN = re.compile(
    rf"^[-—－(（ ]*(?:报告日期|编制日期|出具日期|日期|时间)?[：: ]*(?:(?P<year>20\d\d)|(?P<written>二[{_DIGIT}]{{3}})) *年 *(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) *月(?: *(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) *[日号])?[ )）—-]*$"
)
_MEETING = re.compile(
    r"^[-—－(（ ]*(?P<year>20\d\d) *年 *(?P<month>\d{1,2}) *月 *(?P<day>\d{1,2}) *日(?:在|于)[^。]{4,40}(?:会议|大会|全会|常委会)上?"
)
_DATE = re.compile(
    r"(?P<year>20\d\d) *年 *(?P<month>\d{1,2}) *月(?:(?: *(?P<day>\d{1,2}) *[日号])|(?P<part>底|末|中旬|下旬|上旬|初))?"
)
_UNTIL = re.compile(r"(?:截至|截止到?|截止至|截止于)(?:本?报告日)?[（(]? *$")
_DONE = re.compile(
    r"^(?:[，,]|[一-龥]{0,2})(?:[^，。；\d]{0,8})(?:进场|进驻|入驻|召开|印发|下达了?|通过|批复|签订|开展了|进行了|发布|公布|组织了|成立|收到|出具|委托|已[一-龥]{0,4}(?:开工|竣工|完工|验收|到位|拨付|启动|结束|完成))"
)
_PLANNED = re.compile(r"计划|预计|工期|合同|约定|将|拟|要求|力争|确保|目标|安排")
_BEFORE_DONE = re.compile(r"(?:于|在|已于|已在) *$")
_AHEAD = re.compile(
    r"将|拟|计划|预计|力争|确保|争取|要求|应当?|须|需|务必|请|之?前|以前|目标|到期|届满|期限|有效|为止|安排|下一步|规划|不得|如|若|至|到|起|止|限"
)
_LEAST, _MOST = 2012, 2040

Day = tuple[int, int, int]


def own_dates(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every date that the paper tells as past by the latest date that the paper bears itself."""
    borne = [(day, p) for p in subject.document.paragraphs if (day := _borne(p)) is not None]
    if not borne:
        return
    latest, paragraph = max(borne, key=lambda one: one[0])
    if any(day[0] != latest[0] for day, _ in borne):
        return  # papers of several years in one file
    for passage in subject.body:
        if passage.path in {p.path for _, p in borne}:
            continue
        for match in _told_as_past(passage):
            day = _day(match, last=False)
            if day is None:
                continue
            holds = day <= latest
            cited = Cited(passage, match.span())
            yield Judged(
                holds,
                () if holds else (cited_spot(cited), paragraph_spot(paragraph, "文中日期", paragraph.text.strip()[:30])),
                (), "", {"label": passage.label, "own": paragraph.text.strip(" —－-()（）")[:24]},
                actual=cited.text,
            )  # fmt: skip


def _borne(paragraph: Paragraph) -> Day | None:
    text = paragraph.text.strip()
    if len(text) > 60:
        return None
    found = _OWN.match(text) or _MEETING.match(text)
    return None if found is None else _day(found, last=True)


def _day(match: re.Match[str], *, last: bool) -> Day | None:
    """The day that is written; a month alone is its last day for a paper's own date, else its first."""
    named = match.groupdict()
    written = named.get("written")
    year = int(named["year"]) if named["year"] else _year(written or "")
    month = _small(named["month"])
    day = _small(named["day"]) if named["day"] else None
    if not _LEAST <= year <= _MOST or month is None or not 1 <= month <= 12:
        return None
    if day is None:
        part = named.get("part") or ""
        day = 31 if last else {"底": 28, "末": 28, "下旬": 21, "中旬": 11}.get(part, 1)
    return year, month, day


def _year(written: str) -> int:
    digits = [max(_DIGIT.index(sign) - 2, 0) for sign in written if sign in _DIGIT]
    return int("".join(map(str, digits)) or 0)


def _small(text: str) -> int | None:
    value = int(text) if text.isdigit() else chinese_number(text)
    return None if value is None else int(value)


def _told_as_past(passage: Passage) -> Iterator[re.Match[str]]:
    """The dates of a paragraph that it says to be reached: 截至……已支出, 于……进场."""
    text = passage.reading.folded
    layout = passage.reading.layout
    for match in _DATE.finditer(text):
        _, end = layout.sentence_span(layout.sentence_at(match.start()))
        start = max(text.rfind(mark, 0, match.start()) for mark in "，。；：") + 1
        sentence = text[layout.sentence_span(layout.sentence_at(match.start()))[0] : end]
        before, behind = text[start : match.start()], text[match.end() : end]
        if re.match(r" *(?:至|到|[-—~－～]|起|止|前|以前|之前|以后|后)", behind):
            continue
        if _AHEAD.search(before.replace("截至", "").replace("截止到", "").replace("截止", "")):
            continue
        told = behind[:24]
        if _UNTIL.search(before):
            if not re.search(r"将|拟|计划|预计|力争|确保|应|须|需|达到?不", told):
                yield match
            continue
        at = _BEFORE_DONE.search(before) or not before.strip("，、 ")
        if at and _DONE.match(behind) and not _PLANNED.search(sentence):
            yield match


RULES = (
    DocumentRule(
        code="F649",
        name="已发生的事不晚于成文日期",
        level=Level.WARNING,
        judge=own_dates,
        what="封面、落款或会议所署的日期之后，正文不会有“截至××日已支出”“于××日进场”一类已经发生的事。只看写明完整年月的日期；将来的安排（拟、计划、……前、……至……）不作比较，文中有几个年份的落款时不作比较。",
        why="日期录错一位，时间就排到报告之后，读者会怀疑数据从何而来。",
        mend="核实后更正日期，或更正成文日期。",
        source="文义与时间先后",
        sentences={"": "{label}写“{actual}”已发生，而本文日期是“{own}”"},
        example=DocumentExample(
            wrong="2023年9月\n评价组于2023年11月3日进场开展评价。",
            right="2023年9月\n评价组于2023年7月3日进场开展评价。",
        ),
    ),
)
