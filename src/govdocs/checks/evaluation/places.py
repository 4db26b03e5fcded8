"""F720: places of elsewhere, and offices of another level, left in a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.divisions import counties, provinces_and_prefectures
from govdocs.checks.evaluation.examples import piece
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level, Spot
from govdocs.prose.passage import Passage

_TITLE = re.compile(r"《[^》]*》")
_OFFICE = re.compile(
    r"(?<![一-龥])(?P<level>[市区县])(?=(?:商务|财政|教育|民政|农业|审计|发改|水利|住建|交通|科技|工信|统计)局)|(?:与|由|在|经|向|其中)(?P<other>[市区县])(?=级?财政|商务局|财政局|政府)"
    r"|(?:(?<![一-龥])|(?<=[由在经向]))[我本](?P<own>[市区县])(?![级域内])"
)
_LEVELS = re.compile(r"[一-龥]{2}[县区市旗]")
_BEFORE = r"(?:(?<![一-龥])|(?<=[在由与和及对从向到至是将把赴照较比按省市州]))"
_SHORTEST = 3


def places(subject: Subject) -> Iterator[Finding]:
    """A place that the case does not know, and an office of a level that the region does not have."""
    case = subject.report
    known = (
        case.region,
        case.cover.evaluator,
        *(place.name for place in case.places),
        *(firm.name for firm in case.recipients),
    )
    own_level = case.region[-1]
    names = frozenset(provinces_and_prefectures())
    for passage in passages(subject):
        text = _blanked(passage, known)
        abroad = [name for name in names if name in text]
        for name in sorted([*abroad, *_other_counties(text, case.region)]):
            at = text.find(name)
            spot = Spot(passage.path, passage.label, name, (at, at + len(name)))
            details = {"label": passage.label}
            yield Finding("F720", Level.WARNING, (spot,), "place", details, case.region, name)
        if own_level not in "县区市":
            continue
        for office in _OFFICE.finditer(text):
            level = office["level"] or office["other"] or office["own"]
            if level != own_level:
                spot = Spot(
                    passage.path,
                    passage.label,
                    text[office.start() : office.end() + 4],
                    office.span(),
                )
                yield Finding(
                    "F720",
                    Level.WARNING,
                    (spot,),
                    "level",
                    {"label": passage.label},
                    own_level,
                    spot.shown,
                )


def _other_counties(text: str, region: str) -> list[str]:
    """Counties named in full that do not lie in ``region``.

    城区 and the like are common words, and 局会同县 is none: a name starts where a word can.
    """
    if _LEVELS.search(text) is None:
        return []
    return [
        name
        for name, pairs in counties().items()
        if len(name) >= _SHORTEST
        and name in text
        and not any(region in pair for pair in pairs)
        and re.search(_BEFORE + name, text)
    ]


def _blanked(passage: Passage, known: tuple[str, ...]) -> str:
    """The text without titles of documents, known names, and what tags printed; places keep their spans."""
    text = _TITLE.sub(lambda found: "　" * len(found[0]), passage.text)
    for name in known:
        text = text.replace(name, "　" * len(name))
    for start, end, value in passage.sources:
        if value.path and value.path[0] != "overall_goal":
            text = text[:start] + "　" * (end - start) + text[end:]
    return text


RULES = (
    Rule(
        code="F720", name="地名和行政级次", level=Level.WARNING, check=places, kinds=REPORTS,
        what="正文出现案卷没有列出的外地地名（省、市、县区），或与本地区级次不同的机关简称和自称（如县的报告写“市商务局”“我区”）。书名号内的文件标题不检查。",
        why="套用别处报告的痕迹，最伤公信力。",
        mend="更正；确需提到的，在“可提及的地名”中列出。",
        source="报告对象与地区一致",
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
