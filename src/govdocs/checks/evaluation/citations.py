"""F725: documents that a report cites: their numbers, their titles, one title for one number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.letter.numbers import cited_numbers_in, corrected, flaws_told
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level, Spot
from govdocs.prose.passage import Passage
from govdocs.prose.words.folding import squeeze

_UNFINISHED = re.compile(r"(?:印发|转发|批转|发布|公布)[〈《][^〈〉《》]+[〉》]$")
_TITLED = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》){4,80})》\s*[（(](?P<number>[^（）()《》]{2,12}〔\d{4}〕\d+号)[）)]"
)
_ISSUED = re.compile(
    r"关于(?:印发|转发|批转|发布|公布)《[^《》]{4,60}》\s*[（(][^（）()]{4,30}号[)）](?!的)(?=[、，。；和及等的要])"
)


def citations(subject: Subject) -> Iterator[Finding]:
    """The citations of the case, and those typed into its prose."""
    yield from _listed(subject)
    for passage in passages(subject):
        yield from _typed(subject, passage)


def _listed(subject: Subject) -> Iterator[Finding]:
    case = subject.report
    for at, cited in enumerate(case.citations):
        title = spot_at(case, "citations", at, "title")
        details = {"label": f"引用文件“{cited.name}”", "flaws": ""}
        if cited.title.startswith("《") and cited.title.endswith("》"):
            right = cited.title[1:-1]
            yield Finding("F725", Level.WARNING, (title,), "marked", details, right, cited.title)
        elif _UNFINISHED.search(cited.title):
            right = f"{cited.title}的通知"
            yield Finding("F725", Level.WARNING, (title,), "notice", details, right, cited.title)
        if cited.number is None:
            continue
        spot = spot_at(case, "citations", at, "number")
        found = next(cited_numbers_in(cited.number), None)
        if found is None or found[0][0].strip() != cited.number.strip():
            continue  # 国务院令第721号 and the like are no numbers of this form
        yield from _number_findings(subject, found, spot, details)


def _typed(subject: Subject, passage: Passage) -> Iterator[Finding]:
    details = {"label": passage.label, "flaws": ""}
    for found in cited_numbers_in(passage.text):
        if passage.source_of(found[0].span()) is None:
            spot = Spot(passage.path, passage.label, found[0][0].strip(), found[0].span())
            yield from _number_findings(subject, found, spot, details)
    for match in _ISSUED.finditer(passage.text):
        if passage.source_of(match.span()) is None:
            spot = Spot(passage.path, passage.label, match[0], match.span())
            yield Finding("F725", Level.WARNING, (spot,), "notice", details, f"{match[0]}的通知", match[0])  # fmt: skip
    titles = {squeeze(c.number): (at, c.title) for at, c in enumerate(subject.report.citations) if c.number}  # fmt: skip
    for match in _TITLED.finditer(passage.text):
        at, title = titles.get(squeeze(match["number"]), (0, ""))
        if not title or passage.source_of(match.span()) is not None:
            continue
        typed, listed = _plain(match["title"]), _plain(title)
        if typed not in listed and listed not in typed:
            spot = Spot(passage.path, passage.label, match[0], match.span())
            spots = (spot, spot_at(subject.report, "citations", at, "title"))
            more = {**details, "number": match["number"]}
            yield Finding("F725", Level.WARNING, spots, "title", more, title, match["title"])


def _number_findings(
    subject: Subject, found: tuple[re.Match[str], list[str]], spot: Spot, details: dict[str, str]
) -> Iterator[Finding]:
    match, flaws = found
    if flaws:
        # 指标文 of the money are really numbered 0054 by some offices.
        level = Level.NOTE if flaws == ["zero"] else Level.WARNING
        more = {**details, "flaws": flaws_told(flaws)}
        yield Finding("F725", level, (spot,), "", more, corrected(match), match[0].strip())
    elif int(match["year"]) > subject.report.cover.date.year:
        spots = (spot, spot_at(subject.report, "cover", "date"))
        day = str(subject.report.cover.date.year)
        yield Finding("F725", Level.WARNING, spots, "later", details, day, match[0].strip())


def _plain(title: str) -> str:
    return re.sub("[〈〉《》]", "", squeeze(title))


def _cites(rest: str) -> str:
    return piece(f"citations: [{{name: 办法, {rest}}}]")


RULES = (
    Rule(
        code="F725", name="引用文件的写法", level=Level.WARNING, check=citations, kinds=REPORTS,
        what="“引用文件”和正文键入的文号用六角括号、四位年份，不加“第”、不编虚位，年份不晚于报告日期；“关于印发〈……〉”之后有“的通知”；标题不另写书名号；正文键入的标题与“引用文件”中同一文号的标题相同。没有机关代字的文号（如 国务院令第721号）不检查。",
        why="引用写错，读者找不到评价所依据的文件。",
        mend="照原文件更正；正文用标签引用，如 {{ citations.财预10号.ref }}。",
        source="GB/T 9704-2012，7.2.5；GB/T 15834-2011，4.15",
        example=Example(
            wrong=_cites("title: 项目支出绩效评价管理办法, number: '财预[2020]10号'"),
            right=_cites("title: 项目支出绩效评价管理办法, number: 财预〔2020〕10号"),
        ),
        sentences={
            "": "{label}的文号“{actual}”写法不合规定：{flaws}，应为“{expected}”",
            "later": "{label}的文号“{actual}”，年份晚于报告日期（{expected}年）",
            "notice": "{label}的“{actual}”没有写完，应为“{expected}”",
            "marked": "{label}的标题自带书名号，印出来会重复，应为“{expected}”",
            "title": "{label}引{number}的标题是“{actual}”，“引用文件”中是“{expected}”",
        },
    ),
)  # fmt: skip
