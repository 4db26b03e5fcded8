"""F606, F607: weights, scores and counts that headings and lead-ins state, against the score tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.indicator_tree import Indicator, Statement
from govdocs.checks.document.scores.score_book import ScoreTable
from govdocs.checks.document.spots import cited_held, cited_spot, table_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.passage import Passage
from govdocs.prose.words.numerals import chinese_number

_WEIGHT = re.compile(
    r"(?:权重分?值?|分值|满分|标准分|总分)(?:分)?(?:分?别?为|是|共|:|：|合计|共计| )*(?P<number>\d+(?:\.\d+)?) *分"
)
_SCORE = re.compile(
    r"(?:实际|评价|综合|自评|最终|该?指标|合计|共)?(?:得分|评分|得)(?:率)?(?:分?别?为|是|:|：|合计|共计| )*(?P<number>\d+(?:\.\d+)?) *分"
)
_BRACKETED = re.compile(
    r"[（(](?:权重|分值|满分)?(?P<weight>\d+(?:\.\d+)?) *分[，、；,](?:实际|自评|评价)?得(?:分)?(?:为|：)?(?P<score>\d+(?:\.\d+)?) *分[)）]"
)
_COUNT = re.compile(
    r"(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3}) *(?:个|项) *(?P<level>[一二三])级指标"
)
_LEVELS = {"一": 1, "二": 2, "三": 3}
_OTHER = re.compile(r"扣|未得|失分|上年|去年|加分|每|平均|以上|以下|不得分|否则")
_FULFILLED = re.compile(
    r"(?:中)?[，,]?(?:已|均|全部|全年|实际)*(?:完成|达标|达成|实现|未完成|未达)"
)
"""24项三级指标完成22项: targets that were set, in whatever form, not the rows of the score table."""
_ALL = re.compile(r"(?:指标体系|评价指标|本次评价|评价体系)[^。；]{0,24}$")


def stated_scores(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every weight and score that a heading or a paragraph states for an indicator."""
    if not subject.indicators:
        return
    for passage in subject.body:
        text = passage.reading.folded
        for sentence in range(len(passage.reading.layout.sentence_starts)):
            start, end = passage.reading.layout.sentence_span(sentence)
            words = text[start:end]
            bracketed = list(_BRACKETED.finditer(words))
            for match in bracketed:
                yield from _in_brackets(subject, passage, start, words, match)
            if bracketed:
                continue
            found = [("weight", m) for m in _WEIGHT.finditer(words)] + [
                ("score", m) for m in _SCORE.finditer(words)
            ]
            kinds = [kind for kind, _ in found]
            if not found or kinds.count("weight") > 1 or kinds.count("score") > 1:
                continue
            name = _indicator(subject, passage, words[: min(m.start() for _, m in found)])
            if name is None or _OTHER.search(words):
                continue
            for kind, match in found:
                span = (start + match.start("number"), start + match.end())
                yield from _held_against(
                    passage, span, kind, Decimal(match["number"]), subject.indicators[name]
                )


def _in_brackets(
    subject: DocumentSubject, passage: Passage, start: int, words: str, match: re.Match[str]
) -> Iterator[Judged]:
    """过程指标（20分，得18分）: weight and score in the brackets behind a name."""
    name = _named(subject, re.split(r"[，。；：、](?![^（(]*[)）])", words[: match.start()])[-1])
    if name is None:
        name = _named(subject, words[: match.start()])
    if name is None:
        return
    for kind in ("weight", "score"):
        span = (start + match.start(kind), start + match.end(kind))
        yield from _held_against(
            passage, span, kind, Decimal(match[kind]), subject.indicators[name]
        )


def _indicator(subject: DocumentSubject, passage: Passage, before: str) -> str | None:
    """The indicator that a sentence names before its figures, else the one of the heading above it."""
    named = _named(subject, before)
    if named is not None:
        return named
    pointing = re.fullmatch(
        r"(?:综上|因此|所以|，|,|根据|依据|按照|评分|标准|细则|规则|评价|该项|该|本|此|二级|三级|一级|指标|项|的|共|合计|总计|得分|情况|看|计|:|：|为| )*",
        before,
    )
    if pointing is None:
        return None
    opening = re.match(
        r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])[^。；，：]{2,20}(?=[。：])",
        passage.reading.folded,
    )
    if opening is not None and (
        own := _named(
            subject, re.split(r"权重|分值|得分|[（(](?![一二三四五六七八九十\d])", opening[0])[0]
        )
    ):
        return own
    if not passage.headings:
        return None
    return _named(subject, re.split(r"权重|分值|得分|[（(]", passage.headings[-1])[0])


def _named(subject: DocumentSubject, words: str) -> str | None:
    plain_words = re.sub(
        r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])",
        "",
        "".join(words.split()),
    )
    stripped = re.sub(
        r"^(?:其中|项目)?|(?:的)?(?:情况|分析|指标|类指标|方面|部分|二级指标|一级指标|三级指标|类|，|,|：|:|“|”)*$",
        "",
        plain_words,
    )
    for candidate in (plain_words, plain_words.removesuffix("指标"), stripped):
        if candidate in subject.indicators:
            return candidate
    lead = re.match(
        r"(?:项目)?(?P<name>[一-龥]{2,10}?)(?:类)?(?:一级)?指标(?:共|主要|分)?(?:由|包括|包含|下设|设有?|共|分为|从|，|,|权重|分值|满分)",
        plain_words,
    )
    if lead is not None and lead["name"] in subject.indicators:
        return lead["name"]
    return None


def _held_against(
    passage: Passage, span: tuple[int, int], kind: str, number: Decimal, indicator: Indicator
) -> Iterator[Judged]:
    statements = indicator.weights if kind == "weight" else indicator.scores
    if not statements:
        return
    cited = Cited(passage, span)
    held = (*cited_held(*_figures(passage, span)), *((s.spot.path, None) for s in statements))
    fitting = [s for s in statements if s.number == number]
    if fitting:
        yield Judged(True, (), held)
        return
    others = {s.number for s in statements}
    if len(others) > 1:
        return  # the tables disagree among themselves, and that is told by their own rule
    first = _best(statements)
    yield Judged(
        False, (cited_spot(cited), first.spot), held, "",
        {"label": passage.label, "name": indicator.name, "what": "权重" if kind == "weight" else "得分",
         "table": first.table.region.table.name, "how": "各行相加" if first.added else ""},
        expected=plain(first.number), actual=plain(number),
    )  # fmt: skip


def _best(statements: list[Statement]) -> Statement:
    return next((s for s in statements if not s.added), statements[0])


def _figures(passage: Passage, span: tuple[int, int]) -> list[Cited]:
    return [
        Cited.of(passage, f)
        for f in passage.reading.figures
        if f.span[0] < span[1] and span[0] < f.span[1]
    ]


def stated_counts(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every n个二级指标 of an indicator, or of the whole system, against the tables."""
    for passage in subject.body:
        text = passage.reading.folded
        for match in _COUNT.finditer(text):
            number = (
                chinese_number(match["number"])
                if not match["number"].isdigit()
                else Decimal(match["number"])
            )
            start = passage.reading.layout.sentence_span(
                passage.reading.layout.sentence_at(match.start())
            )[0]
            before = text[start : match.start()]
            first = _COUNT.search(text, start)
            lead = text[start : first.start()] if first else before
            level = _LEVELS[match["level"]]
            name = _named(
                subject, re.sub(r"(?:由|包括|包含|下设|设有?|共|分为|共有|含|有)+ *$", "", lead)
            )
            if name is None and _FULFILLED.match(text, match.end()):
                continue
            found = _parts(subject, name, level) if name else _whole(subject, lead, level)
            if number is None or not found:
                continue
            counts = {count for count, _ in found}
            cited = Cited(passage, match.span())
            held = cited_held(*_figures(passage, match.span()))
            if int(number) in counts or (name is None and _all_tables(subject, level) == number):
                yield Judged(True, (), held)
            elif len(counts) == 1:
                count, table = found[0]
                yield Judged(
                    False, (cited_spot(cited), table_spot(table.region.table, f"{count}个")), held, "",
                    {"label": passage.label, "name": name or "指标体系", "level": match["level"],
                     "table": table.region.table.name},
                    expected=str(count), actual=str(int(number)),
                )  # fmt: skip


def _parts(subject: DocumentSubject, name: str, level: int) -> list[tuple[int, ScoreTable]]:
    return subject.indicators[name].parts.get(level, [])


def _whole(subject: DocumentSubject, lead: str, level: int) -> list[tuple[int, ScoreTable]]:
    """How many indicators of a level the tables hold that score the whole, 100 points."""
    if not _ALL.search(lead):
        return []
    found: list[tuple[int, ScoreTable]] = []
    for table in subject.score_tables:
        total = table.number(table.totals[-1].index, table.weight) if table.totals else None
        cells = {id(e.cell) for e in table.entries if e.level == level}
        if total == Decimal(100) and cells:
            found.append((len(cells), table))
    return found


def _all_tables(subject: DocumentSubject, level: int) -> int:
    """How many indicators of a level all score tables hold together: one table may be printed in two."""
    return sum(
        len({id(e.cell) for e in table.entries if e.level == level})
        for table in subject.score_tables
    )


RULES = (
    DocumentRule(
        code="F606",
        name="标题和正文所写权重、得分与评分表一致",
        level=Level.ERROR,
        judge=stated_scores,
        what="标题、各部分开头和结尾写明的某指标“权重××分，得分××分”，与评分表同名指标的权重、得分（没有单列的，按其下各行相加）一致。",
        why="评分表改过一轮，标题里的分数常没有跟着改。",
        mend="以最后确定的评分为准，统一标题、正文和各表。",
        source="同一事实前后一致",
        sentences={"": "{label}写“{name}”{what}{actual}分，{table}{how}是{expected}分"},
        example=DocumentExample(
            wrong="1.资金管理 权重分15分，得分13分\n|一级指标|二级指标|权重|得分|\n|过程|资金管理|15|15|\n|过程|组织实施|10|6|",
            right="1.资金管理 权重分15分，得分15分\n|一级指标|二级指标|权重|得分|\n|过程|资金管理|15|15|\n|过程|组织实施|10|6|",
        ),
    ),
    DocumentRule(
        code="F607",
        name="所写指标个数与评分表一致",
        level=Level.ERROR,
        judge=stated_counts,
        what="正文写“由×个二级指标、×个三级指标构成”的，与评分表中该部分的指标个数一致；全部指标的个数与总分100分的评分表一致。",
        why="指标增删之后，各部分开头的个数常是旧的。",
        mend="按评分表更正个数，或补上漏列的指标。",
        source="同一事实前后一致",
        sentences={"": "{label}写{name}有{actual}个{level}级指标，{table}中是{expected}个"},
        example=DocumentExample(
            wrong="过程指标由3个二级指标构成。\n|一级指标|二级指标|权重|得分|\n|过程|资金管理|15|15|\n|^|组织实施|10|6|",
            right="过程指标由2个二级指标构成。\n|一级指标|二级指标|权重|得分|\n|过程|资金管理|15|15|\n|^|组织实施|10|6|",
        ),
    ),
)
