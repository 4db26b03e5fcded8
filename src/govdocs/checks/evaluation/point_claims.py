"""Of which indicator a 权重…分 or 得分…分 of the prose speaks: the one it names, else its section's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from govdocs.checks.prose.findings import passages
from govdocs.checks.subject import Subject
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import IndicatorBlock, IndicatorGroup, ScoredIndicator
from govdocs.model.evaluation.report import ReportSection
from govdocs.model.interval import rounded
from govdocs.place import Path
from govdocs.prose.passage import Passage

_POINTS = r"\s*(?P<n>\d+(?:\.\d+)?)\s*分"
_WEIGHT = re.compile(rf"(?<![每各])(?:权重(?:分值|分)?|分值)(?:分为|为|共|计|是)?{_POINTS}")
_SCORE = re.compile(
    rf"(?:得分(?:为|是|共|计)?|(?:实际|评价|最终|综合)得|(?<=分[，,、；])得){_POINTS}"
)
_TOTAL = re.compile(rf"(?:最终|综合|总|总体)(?:评价|评定)?得分(?:为|是|共|计)?{_POINTS}")
_MARK = r"[，,。；;：:！？（）()“”\s]"
_FILLING = r"(?:的|其|实际|评价|最终|最后|综合|合计|小计|共计|总|共)*"
_BETWEEN = re.compile(rf"(?:指标|部分|方面|一项)?[（(：:，,\s]*{_FILLING}")
_BEFORE_NAME = re.compile(rf"(?:^|{_MARK}|分、|其中|项目|[一二三]级指标|[的在])$")
_OPEN = re.compile(
    rf"(?:^|{_MARK}|[该此本这](?:一)?(?:项|类)?(?:[一二三]级)?(?:指标|内容|部分)?){_FILLING}$"
)
_LINKED = re.compile(rf"[，,、；;（）()\s]*{_FILLING}")
_OTHERS = re.compile(r"自评|自查|复评|上年|去年|往年|平均")


@dataclass(frozen=True, slots=True)
class Scope:
    """An indicator of any level with its path, the whole case, or None: the whole tree."""

    path: Path
    own: IndicatorBlock | IndicatorGroup | ScoredIndicator | EvaluationCase | None


@dataclass(frozen=True, slots=True)
class PointClaim:
    """One figure of points: the field it states, and what it may speak of, the likeliest first."""

    passage: Passage
    said: re.Match[str]
    field: str
    meant: tuple[Scope, ...]

    @property
    def right(self) -> bool:
        """Tell whether one of those that may be meant has these points; of a total, rounded so."""
        number = Decimal(self.said["n"])
        exponent = number.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) else 0
        values = [getattr(scope.own, self.field).number for scope in self.meant]
        if self.field == "total_score":
            return number in [rounded(value, decimals) for value in values]
        return number in values


def scope_of(case: EvaluationCase, path: Path) -> Scope | None:
    """The indicator that the nearest section around ``path`` analyses."""
    found: Scope | None = None
    sections: tuple[ReportSection, ...] = case.sections
    at = 0
    while at + 1 < len(path) and path[at] == "sections":
        section = sections[int(path[at + 1])]
        for name in (section.table, section.group):
            found = found if name is None else _indicator(case, name, found)
        sections, at = section.sections, at + 2
    return found


def _indicator(case: EvaluationCase, name: str, around: Scope | None) -> Scope | None:
    """The one indicator called ``name``, of several the one below ``around``; ``around`` where none is."""
    every = [scope for scope in _scopes(case) if getattr(scope.own, "name", "") == name]
    alike = [scope for scope in every if isinstance(scope.own, IndicatorBlock)]
    alike = alike or [scope for scope in every if isinstance(scope.own, IndicatorGroup)]
    if len(alike) > 1:
        alike = [one for one in alike if around and one.path[:2] == around.path[:2]]
    return alike[0] if len(alike) == 1 else around


def _scopes(case: EvaluationCase) -> Iterator[Scope]:
    for b, block in enumerate(case.indicators):
        yield Scope(("indicators", b), block)
        for g, group in enumerate(block.groups):
            yield Scope(("indicators", b, "groups", g), group)
            for i, row in enumerate(group.indicators):
                yield Scope(("indicators", b, "groups", g, "indicators", i), row)


def point_claims(subject: Subject) -> Iterator[PointClaim]:
    """Every 权重…分 and 得分…分 of the prose that can be held against an indicator or the total.

    A name right before the figure, or before the figure that it is linked to, is what is meant.
    Where no other word stands there (该项 or nothing), it is the section's indicator or one that
    the paragraph has named before; without a section only a total that says so is taken.
    """
    case = subject.full_report
    named: dict[str, list[Scope]] = {}
    for scope in _scopes(case):
        named.setdefault(getattr(scope.own, "name", ""), []).append(scope)
    for passage in passages(subject):
        own = scope_of(case, passage.path)
        names = _named(passage.text, named)
        before: tuple[int, tuple[Scope, ...]] = (-1, ())
        for field, said in _figures(passage.text):
            head = passage.text[: said.start()]
            chosen: tuple[Scope, ...] = ()
            if before[0] >= 0 and _LINKED.fullmatch(passage.text[before[0] : said.start()]):
                chosen = before[1]
            chosen = chosen or _right_before(head, names)
            if not chosen and field == "score" and own is None:
                total = _TOTAL.search(passage.text, max(0, said.start() - 6), said.end())
                clear = not _elsewhere(case, head) and not _names_in(head, names)
                if total and total.end() == said.end() and clear and case.total_score is not None:
                    yield PointClaim(passage, said, "total_score", (Scope((), case),))
                continue
            if not chosen and own is not None and _OPEN.search(head):
                chosen = (own, *_names_in(head, names))
            elif chosen and (own is None or len(chosen) > 1) and _elsewhere(case, head):
                continue
            before = (said.end(), chosen)
            meant = tuple(scope for scope in chosen if getattr(scope.own, field, None) is not None)
            if meant:
                yield PointClaim(passage, said, field, meant)


def _figures(text: str) -> list[tuple[str, re.Match[str]]]:
    found = [("weight", said) for said in _WEIGHT.finditer(text)]
    found += [("score", said) for said in _SCORE.finditer(text)]
    return sorted(found, key=lambda one: one[1].start())


def _named(
    text: str, named: dict[str, list[Scope]]
) -> list[tuple[tuple[int, int], tuple[Scope, ...]]]:
    """Where the text names indicators; a name within a longer one is not itself named."""
    spans: list[tuple[tuple[int, int], tuple[Scope, ...]]] = []
    for name in sorted(named, key=len, reverse=True):
        for match in re.finditer(re.escape(name), text):
            if not any(a <= match.start() and match.end() <= b for (a, b), _ in spans):
                spans.append((match.span(), tuple(named[name])))
    return sorted(spans, key=lambda one: one[0])


def _right_before(
    head: str, names: Sequence[tuple[tuple[int, int], tuple[Scope, ...]]]
) -> tuple[Scope, ...]:
    for (start, end), scopes in reversed(names):
        if end <= len(head):
            plain = _BETWEEN.fullmatch(head[end:]) and _BEFORE_NAME.search(head[:start])
            return scopes if plain else ()
    return ()


def _names_in(
    head: str, names: Sequence[tuple[tuple[int, int], tuple[Scope, ...]]]
) -> tuple[Scope, ...]:
    return tuple(scope for (_, end), scopes in names if end <= len(head) for scope in scopes)


def _elsewhere(case: EvaluationCase, head: str) -> bool:
    """Tell whether the sentence speaks of a self-evaluation, another year or an average."""
    sentence = re.split(r"[。！？]", head)[-1]
    years = {int(year) for year in re.findall(r"(?<!\d)(\d{4})年", sentence)}
    return bool(_OTHERS.search(sentence)) or bool(years and case.year not in years)
