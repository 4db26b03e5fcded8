"""Figures of the prose that are a field's own, by the name right before them: tags instead of typed figures.

A tag is proposed only where the figure is printed exactly as the field prints it, the field's name
stands right before it, and no other field could be meant; the text with its tags is filled and
must be the text of the paper, character by character. A figure that differs is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from govdocs.errors import GovdocsError
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import AnyCase
from govdocs.model.case import Case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.quantity import Quantity
from govdocs.place import Path
from govdocs.reading_in.placed import Placed, PlacedTree
from govdocs.tags.context import CaseContext
from govdocs.tags.evaluation.context import EvaluationContext
from govdocs.tags.text import fill_text, has_tags
from govdocs.tags.values import Record

_LINK = r"(?:资金|项目)?(?:预算|安排|金额)?(?:共计|共|达到|达|为|是)?"
_COUNTERS = "个家项户次人份"
_OTHER_SUBJECT = re.compile(r"(?:占|比|较|除|除去|低于|高于|超过|不含|不包括|扣除)$")
_IDENTIFIER = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A field that prose may print: its tag, its printed text, and what stands right before it."""

    tag: str
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    tag: str


def proposals(tree: dict[str, PlacedTree], case: AnyCase) -> dict[Path, str]:
    """Return for the texts of ``tree`` in which tags may stand the same texts with tags.

    Only texts that come out unchanged when filled are returned; nothing where the case cannot be
    filled at all.
    """
    try:
        record = _record(case)
    except GovdocsError:
        return {}
    named = list(_candidates(case))
    found: dict[Path, str] = {}
    for path, value, group in _texts(tree):
        if has_tags(value.text) or "{" in value.text:
            continue
        own = [*named, *_of_group(case, group)]
        tagged = _tagged(value.text, own)
        if tagged == value.text:
            continue
        try:
            filled = fill_text(tagged, record, path).text
        except GovdocsError:
            continue
        if filled == value.text:
            found[path] = tagged
    return found


def proposed(
    tree: PlacedTree, tagged: Mapping[Path, str], *, write: bool, path: Path = ()
) -> PlacedTree:
    """The tree with its proposals: in the notes of the texts, or ``write``n into them."""
    if isinstance(tree, Placed):
        new = tagged.get(path)
        if new is None:
            return tree
        return replace(tree, text=new) if write else replace(tree, proposal=new)
    if isinstance(tree, dict):
        return {k: proposed(v, tagged, write=write, path=(*path, k)) for k, v in tree.items()}
    return [proposed(v, tagged, write=write, path=(*path, n)) for n, v in enumerate(tree)]


def _record(case: AnyCase) -> Record:
    forms = form_set_of(case)
    if isinstance(case, EvaluationCase):
        return EvaluationContext(case, forms).record
    return CaseContext(case, forms).record


_PROSE = frozenset({"opening", "sections", "problems", "recommendations", "closing"})


def _texts(
    tree: PlacedTree, path: Path = (), group: str = ""
) -> Iterator[tuple[Path, Placed, str]]:
    """Every text that may hold tags, with the 二级指标 that its section analyses."""
    if isinstance(tree, dict):
        own = tree.get("group")
        inner = own.text if isinstance(own, Placed) else group
        for key, value in tree.items():
            if path == () and key not in {*_PROSE, "letter", "indicators"}:
                continue
            yield from _texts(value, (*path, key), inner)
    elif isinstance(tree, list):
        for at, value in enumerate(tree):
            yield from _texts(value, (*path, at), group)
    elif _holds_tags(path):
        yield path, tree, group


def _holds_tags(path: Path) -> bool:
    names = {step for step in path if isinstance(step, str)}
    if path[0] == "indicators":
        return path[-1] == "remark"
    return isinstance(path[-1], int) and bool(names & _PROSE)


def _tagged(text: str, candidates: list[_Candidate]) -> str:
    found: dict[tuple[int, int], set[str]] = {}
    for candidate in candidates:
        for start, end in _places(text, candidate):
            found.setdefault((start, end), set()).add(candidate.tag)
    matches = [_Match(*span, *tags) for span, tags in sorted(found.items()) if len(tags) == 1]
    made, at = "", 0
    for match in matches:
        if match.start < at:
            continue
        made += f"{text[at : match.start]}{{{{ {match.tag} }}}}"
        at = match.end
    return made + text[at:]


def _places(text: str, candidate: _Candidate) -> Iterator[tuple[int, int]]:
    if not candidate.before:  # a citation: nothing else reads like it
        at = text.find(candidate.text)
        while at >= 0:
            yield at, at + len(candidate.text)
            at = text.find(candidate.text, at + 1)
        return
    bare = re.fullmatch(r"[\d.,]+", candidate.text) is not None
    after = rf"(?=[{_COUNTERS}分]|[，。；、（）)]|$)" if bare else r"(?![\d.,%％万亿])"
    pattern = re.compile(rf"{candidate.before}(?P<figure>{re.escape(candidate.text)}){after}")
    for match in pattern.finditer(text):
        if not _OTHER_SUBJECT.search(text[: match.start()]):
            yield match.span("figure")


def _candidates(case: AnyCase) -> Iterator[_Candidate]:
    if isinstance(case, EvaluationCase):
        yield from _of_evaluation(case)
    elif isinstance(case, Case):
        for row in case.indicators:
            yield from _pair(
                _reached("indicators", row.name),
                row.name,
                ("target", row.target),
                ("actual", row.actual),
            )


def _of_evaluation(case: EvaluationCase) -> Iterator[_Candidate]:
    for source in case.sources:
        tag = _reached("sources", source.name)
        printed = f"{source.amount.text}{source.amount.unit_symbol}"
        if tag:
            yield _Candidate(f"{tag}.amount|with_unit", printed, re.escape(source.name) + _LINK)
    for goal in case.goals:
        tag = _reached("goals", goal.name)
        yield from _pair(tag, goal.name, ("target", goal.target), ("actual", goal.actual))
    for cited in case.citations:
        tag = _reached("citations", cited.name)
        if tag and cited.number and not cited.issuer:
            yield _Candidate(f"{tag}.ref", f"《{cited.title}》（{cited.number}）", "")
    survey = case.survey
    if survey is not None:
        for name, number, before in (
            ("sent", survey.sent, r"(?:发放|发出)(?:调查)?问卷(?:共)?"),
            ("valid", survey.valid, r"有效(?:调查)?问卷(?:共)?"),
        ):
            yield _Candidate(f"survey.{name}", str(number), before)


def _of_group(case: AnyCase, group: str) -> Iterator[_Candidate]:
    """Weight and score that a section says of the 二级指标 that it analyses."""
    tag = _reached("groups", group)
    if not isinstance(case, EvaluationCase) or not tag:
        return
    rows = EvaluationContext(case, form_set_of(case)).case.indicators
    for one in (g for block in rows for g in block.groups if g.name == group):
        for name, number, before in (
            ("weight", one.weight, r"该项权重分(?:为)?"),
            ("score", one.score, r"(?:评价|该项|实际)得分(?:为)?"),
        ):
            if number is not None:
                yield _Candidate(f"{tag}.{name}", number.text, before)


def _pair(tag: str, name: str, *fields: tuple[str, Quantity | str | None]) -> Iterator[_Candidate]:
    """Target and result of one name; where both print alike neither is proposed."""
    figures = [(key, value.text) for key, value in fields if isinstance(value, Quantity)]
    texts = [text for _, text in figures]
    for key, text in figures:
        if tag and texts.count(text) == 1:
            yield _Candidate(f"{tag}.{key}", text, re.escape(name) + _LINK)


def _reached(group: str, name: str) -> str:
    """How a tag reaches a row by its name; empty where it cannot."""
    if _IDENTIFIER.fullmatch(name):
        return f"{group}.{name}"
    return "" if not name or "'" in name or "\\" in name else f"{group}['{name}']"
