"""F720: places of elsewhere, and offices of another level, left in a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.evaluation.own_region import own_region
from govdocs.checks.evaluation.strange_levels import strange_levels
from govdocs.checks.evaluation.strange_names import strange_names
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import label_of
from govdocs.checks.subject import Subject
from govdocs.checks.texts import printed_texts
from govdocs.finding import Finding, Level, Spot
from govdocs.place import Path
from govdocs.prose.passages import passage_of
from govdocs.tags.values import Value

_TITLE = re.compile(r"《[^》]*》|“[^”]*”")
_NOT_OURS = frozenset({"citations", "places", "recipients", "policy", "year"})
"""What names documents, firms and places of others."""
_SHORT_KEYS = frozenset({"name", "ref", "lists", "table", "group", "asked_after", "part_of"})
"""What only tags and the program read, beside the names that are printed."""


def places(subject: Subject) -> Iterator[Finding]:
    """A place that the case does not know, and an office of a level that the region does not have."""
    case = subject.report
    own = own_region(case.region)
    known = {
        case.region,
        case.cover.evaluator,
        *(place.name for place in case.places),
        *(firm.name for firm in case.recipients),
    }
    ordered = sorted(known, key=len, reverse=True)
    for path, label, text in _texts(subject, ordered):
        told: set[str] = set()
        for name, span in strange_names(text, own):
            if name not in told:
                told.add(name)
                spot = Spot(path, label, name, span)
                details = {"label": label}
                yield Finding("F720", Level.WARNING, (spot,), "place", details, case.region, name)
        for shown, span in strange_levels(text, own):
            spot = Spot(path, label, text[span[0] : span[1] + 4], span)
            details = {"label": label}
            yield Finding("F720", Level.WARNING, (spot,), "level", details, own.level, shown)


def _texts(subject: Subject, known: list[str]) -> Iterator[tuple[Path, str, str]]:
    """Every text that is printed, its titles and known names blanked; each stretch once."""
    seen = set()
    for passage in passages(subject):
        seen.add(passage.path)
        text = _blanked(passage.text, known, passage.sources)
        yield passage.path, passage.label, text
    for printed in printed_texts(subject):
        if printed.path in seen or printed.path[0] in _NOT_OURS:
            continue
        if printed.path[-1] in _SHORT_KEYS and printed.path[0] in {"tables", "facts", "sections"}:
            continue
        label = label_of(subject.stated, printed.path)
        filled = subject.prose.get(printed.path)
        one = passage_of(filled, printed.text, printed.path, label)
        yield printed.path, label, _blanked(one.text, known, one.sources)


def _blanked(text: str, known: list[str], sources: tuple[tuple[int, int, Value], ...]) -> str:
    """The text without titles of documents, quotations, known names, and what tags printed."""
    text = _TITLE.sub(lambda found: "　" * len(found[0]), text)
    for name in known:
        text = text.replace(name, "　" * len(name))
    for start, end, value in sources:
        if value.path:
            text = text[:start] + "　" * (end - start) + text[end:]
    return text


RULES = (
    Rule(
        code="F720", name="地名和行政级次", level=Level.WARNING, check=places, kinds=REPORTS,
        what="正文、标题、备注、问卷等印出的文字中，有案卷没有列出的外地地名（省、市、县区），或与本地区级次不同的机关简称和自称（如县的报告写“由市商务局审核”“区财政资金”“我区”）。本地区的上级、地级市和省所辖的县市不提示；书名号、引号内的文字，以所在地命名的机构（如长沙海关、某某银行、公司），句中写明是外地的（销往、来自、考察等），不提示。",
        why="套用别处报告的痕迹，最伤公信力。",
        mend="更正；确需提到的，在“可提及的地名”中列出。",
        source="报告对象与地区一致；行政区划代码（GB/T 2260）所列地名",
        example=Example(
            wrong=piece("opening: [总体来看，本次张家界2022年补助项目效益良好。]"),
            right=piece("places: [{name: 张家界}]\nopening: [总体来看，本次张家界2022年补助项目效益良好。]"),
        ),
        sentences={
            "place": "{label}出现地名“{actual}”，本报告的地区是{expected}",
            "level": "{label}写“{actual}”，本地区是“{expected}”一级",
        },
    ),
)  # fmt: skip
