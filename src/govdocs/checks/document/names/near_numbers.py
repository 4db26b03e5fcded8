"""Document numbers one digit away from the number under which the same paper was cited with its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.words.folding import squeeze
from govdocs.prose.words.near_miss import one_digit_apart

_NUMBER = re.compile(
    r"(?P<code>[一-龥A-Za-z]{2,12})[ 　]*[〔\[（(【][ 　]*(?P<year>\d{4})[ 　]*[〕\]）)】][ 　]*第?(?P<number>\d{1,4})[ 　]*号"
)
_TITLE_BEFORE = re.compile(r"《(?P<title>[^《》]{4,80})》[ 　]*[（(][×*＊]{0,3}$")
_TITLE_BEHIND = re.compile(r"(?:文件?)?[ 　]*《(?P<title>[^《》]{4,80})》")
_RELIES = re.compile(
    r"(?:根据|按照|依照|依据|遵照|对照|严格按|按|执行|落实|贯彻)[^，。；、《》]{0,12}$"
)
_DEMANDS = re.compile(
    r"(?:文件|文|通知)?(?:的)?(?:有关|相关)?(?:规定|要求|精神|标准|明确|办理|执行)"
)
_ARTICLE = re.compile(r"(?:文件?)?(?:的)?第[一二三四五六七八九十百\d]+[条款章]")
_SAME = re.compile(
    r"(?:该|上述|前述|此|本)(?P<kind>办法|规定|通知|意见|方案|文件|条例|细则|标准|制度|规程|批复|决定)[（(][×*＊]{0,3}$"
)
_SHORT = re.compile(r"《(?P<kind>[^《》]{2,6})》[（(][×*＊]{0,3}$")
"""该办法（……号）, 《办法》（……号）: a paper that was cited with its title before."""
_LEADS = re.compile(
    r"^(?:.*(?:根据|按照|依照|依据|遵照|对照|严格按|执行|落实|贯彻|财政局|财政厅|以))+"
)
_LEAST_DIGITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class _Citation:
    """One document number where it stands, with the title beside it, empty for none."""

    cited: Cited
    code: str
    year: str
    number: str
    title: str
    relied_on: bool
    same: str = ""
    """What a short name calls it (办法), where it stands for a paper cited before."""
    article: bool = False
    """Whether an article of it is cited, so that its title must have been given."""

    @property
    def told(self) -> str:
        """The number as printed."""
        return f"{self.code}〔{self.year}〕{self.number}号"


def near_numbers(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge numbers that are relied on without a title, or with the title of another, one digit away."""
    every = list(_citations(subject))
    titled = {(c.code, c.year, c.number): c for c in reversed(every) if c.title}
    often = Counter((c.year, c.number) for c in every)
    for one in every:
        if often[one.year, one.number] > 1:
            continue
        known = [
            other for other in titled.values()
            if other is not one and one.code.endswith(other.code)
            and _one_digit(one, other, fewest=1 if one.same or one.article else _LEAST_DIGITS)
        ]  # fmt: skip
        if one.same:
            known = [other for other in known if other.title.endswith(one.same)]
        elif one.article and not _only_of_its_kind(one, titled.values()):
            continue
        elif one.title:
            known = [other for other in known if _same_notice(one, other, often)]
        elif not one.relied_on:
            continue
        if len(known) == 1:
            yield Judged(
                False, (cited_spot(one.cited), cited_spot(known[0].cited)), (), "near",
                {"label": one.cited.passage.label, "title": known[0].title[:40]},
                expected=known[0].told, actual=f"{known[0].code}〔{one.year}〕{one.number}号",
                level=Level.WARNING,
            )  # fmt: skip


def _citations(subject: DocumentSubject) -> Iterator[_Citation]:
    for passage in subject.passages:
        text = passage.text
        for match in _NUMBER.finditer(text):
            before, behind = text[: match.start()], text[match.end() :]
            title = _TITLE_BEFORE.search(before) or _TITLE_BEHIND.match(behind)
            words = before + match["code"]
            relied = _RELIES.search(words) is not None and _DEMANDS.match(behind) is not None
            same = _SAME.search(before) or (None if title else _SHORT.search(before))
            article = title is None and _ARTICLE.match(behind) is not None
            code = _LEADS.sub("", match["code"])
            if len(code) > 1:
                yield _Citation(
                    Cited(passage, match.span()), code, match["year"], match["number"],
                    squeeze(title["title"]) if title else "", relied or article,
                    same["kind"] if same else "", article and same is None,
                )  # fmt: skip


def _only_of_its_kind(one: _Citation, titled: Iterable[_Citation]) -> bool:
    """Tell whether just one paper of the same organ and year was cited with its title."""
    return sum(other.code == one.code and other.year == one.year for other in titled) == 1


def _same_notice(one: _Citation, other: _Citation, often: Counter[tuple[str, str]]) -> bool:
    """One title and year under two numbers; the first stands more often or came first."""
    return (
        one.title == other.title
        and one.year == other.year
        and (often[other.year, other.number] > 1 or _before(other, one))
    )


def _before(one: _Citation, other: _Citation) -> bool:
    first, second = one.cited, other.cited
    if first.passage is second.passage:
        return first.span < second.span
    a, b = first.passage.path, second.passage.path
    if a[0] == "paragraphs" and b[0] == "tables":
        return True  # a form names it once more; whichever of the two is wrong
    return a[0] == b[0] and isinstance(a[1], int) and isinstance(b[1], int) and a[1] < b[1]


def _one_digit(one: _Citation, other: _Citation, *, fewest: int) -> bool:
    """Tell whether year and number differ by one digit or two swapped ones, the number having ``fewest`` at least."""
    if one.year != other.year and one.number != other.number:
        return False
    mine, its = (one.year, other.year) if one.year != other.year else (one.number, other.number)
    if len(mine) != len(its) or len(its) < fewest:
        return False
    return one_digit_apart(mine, its)
