"""F709–F711: weights, scores and counts that headings and sentences state, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.evaluation.point_claims import Scope, point_claims, scope_of
from govdocs.checks.prose.findings import passages
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level, Spot
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.indicator import IndicatorBlock, IndicatorGroup
from govdocs.model.evaluation.report import ReportSection
from govdocs.place import Path
from govdocs.prose.passage import Passage
from govdocs.prose.words.numerals import chinese_number

_NUMBER = r"\d+|[一二三四五六七八九十]+"
_COUNT = re.compile(rf"(?P<n>{_NUMBER})个(?P<level>[一二三])级指标")
_COUNT_AFTER = re.compile(rf"(?P<level>[一二三])级指标(?:共有?|为|有)?(?P<n>{_NUMBER})个(?!百分点)")


def stated_points(subject: Subject) -> Iterator[Finding]:
    """权重…分 and 得分…分 of the prose against the indicator, or the total, that they speak of."""
    case = subject.full_report
    for claim in point_claims(subject):
        if claim.right:
            continue
        field, meant = claim.field, claim.meant[0]
        spots = (_spot(claim.passage, claim.said), spot_at(case, *meant.path, field))
        details = {"label": claim.passage.label, "name": getattr(meant.own, "name", "")}
        expected = getattr(meant.own, field).text
        yield Finding("F709", Level.ERROR, spots, field, details, expected, claim.said["n"])


def count_claims(
    subject: Subject,
) -> Iterator[tuple[Passage, re.Match[str], Path, int | Decimal, int]]:
    """Every n个二级指标 of the prose with the indicator meant, the number said and the right one."""
    case = subject.full_report
    for passage in passages(subject):
        scope = scope_of(case, passage.path)
        for said in (*_COUNT.finditer(passage.text), *_COUNT_AFTER.finditer(passage.text)):
            number = int(said["n"]) if said["n"].isdigit() else chinese_number(said["n"])
            right = _count(case, scope, said["level"])
            if number is not None and right is not None:
                yield passage, said, scope.path if scope else ("indicators",), number, right


def stated_counts(subject: Subject) -> Iterator[Finding]:
    """n个二级指标 against the rows of the tree that the section is about."""
    for passage, said, path, number, right in count_claims(subject):
        if number != right:
            details = {"label": passage.label, "level": said["level"]}
            spots = (_spot(passage, said), Spot(path, "评价指标", trimmed(Decimal(right))))
            yield Finding("F710", Level.ERROR, spots, "", details, str(right), said["n"])


def _count(case: EvaluationCase, scope: Scope | None, level: str) -> int | None:
    own = None if scope is None else scope.own
    if isinstance(own, IndicatorGroup):
        return len(own.indicators) if level == "三" else None
    if own is not None and not isinstance(own, IndicatorBlock):
        return None
    blocks = case.indicators if own is None else (own,)
    if level == "一":
        return len(blocks) if own is None else None
    groups = [group for block in blocks for group in block.groups]
    return len(groups) if level == "二" else sum(len(group.indicators) for group in groups)


def _spot(passage: Passage, said: re.Match[str]) -> Spot:
    return Spot(passage.path, passage.label, said[0], said.span())


def every_group_told(subject: Subject) -> Iterator[Finding]:
    """A 二级指标 without its paragraph in section 四; a required section that the outline lacks."""
    case = subject.full_report
    told = set(_groups(case.sections))
    if not told:
        return
    for b, block in enumerate(case.indicators):
        for g, group in enumerate(block.groups):
            if group.name not in told:
                spot = spot_at(case, "indicators", b, "groups", g, "name")
                yield Finding("F711", Level.WARNING, (spot,), "", {"name": group.name})


def required_sections(subject: Subject) -> Iterator[Finding]:
    """Sections of the outline that the report does not have."""
    outline = subject.forms.outline_of(subject.year)
    case = subject.report
    headings = [section.heading for section in _all(case.sections)]
    for wordings in outline.sections if outline else ():
        if not any(wording in heading for wording in wordings for heading in headings):
            spot = Spot(("sections",), "正文各部分标题", "")
            yield Finding("F711", Level.WARNING, (spot,), "section", {"name": wordings[0]})


def _groups(sections: tuple[ReportSection, ...]) -> Iterator[str]:
    for section in _all(sections):
        if section.group is not None:
            yield section.group


def _all(sections: tuple[ReportSection, ...]) -> Iterator[ReportSection]:
    for section in sections:
        yield section
        yield from _all(section.sections)


def complete(subject: Subject) -> Iterator[Finding]:
    """Everything that the report must tell: each scored group, each section of the outline."""
    yield from every_group_told(subject)
    yield from required_sections(subject)


_ANALYSIS = """sections:
  - {{heading: 基本情况}}
  - {{heading: 绩效评价工作开展情况}}
  - {{heading: 综合评价情况及评价结论}}
  - heading: 绩效评价指标分析
    sections:
      - heading: 项目过程情况
        table: 过程
        sections: [{{heading: 资金管理, group: 资金管理, paragraphs: [{text}]}}]
      - heading: 项目产出情况
        paragraphs: [{lead}]
        sections: [{last}]
  - {{heading: 存在的问题及原因分析}}
  - {{heading: 有关建议}}
"""


def _analysis(
    text: str = "略。", lead: str = "略。", last: str = "{heading: 产出质量, group: 产出质量}"
) -> str:
    return piece(_ANALYSIS.format(text=text, lead=lead, last=last))


RULES = (
    Rule(
        code="F709", name="正文的权重和得分与得分表一致", level=Level.ERROR, check=stated_points, kinds=REPORTS,
        what="分析某个一级或二级指标的段落、标题中写的权重分和得分，与得分表相同；句中点名的指标，按该指标的权重和得分；没有点名而写最终得分、综合得分的，与总得分相同。",
        why="正文按一个得分写，表按另一个得分印，总分就不知以谁为准。",
        mend="用标签引用，如 {{ groups.资金管理.score }}；或更正。",
        source="同一事实前后一致",
        example=Example(
            wrong=_analysis("该项权重分40分，评价得分38分。"), right=_analysis("该项权重分40分，评价得分40分。")
        ),
        sentences={
            "weight": "{label}写“{name}”权重{actual}分，得分表是{expected}分",
            "score": "{label}写“{name}”得{actual}分，得分表是{expected}分",
            "total_score": "{label}写总得分{actual}分，得分表是{expected}分",
        },
    ),
    Rule(
        code="F710", name="指标个数与指标体系一致", level=Level.ERROR, check=stated_counts, kinds=REPORTS,
        what="“n个二级指标”“n个三级指标”等于指标体系（或所分析的一级指标）的行数。",
        why="增删指标后忘了改个数，是修改稿里的常见痕迹。",
        mend="用标签引用，如 {{ counts.leaves }}、{{ blocks.产出.leaf_count }}；或更正。",
        source="文义与数字一致",
        example=Example(
            wrong=piece("opening: [指标体系设3个三级指标。]"), right=piece("opening: [指标体系设2个三级指标。]")
        ),
        sentences={"": "{label}写{actual}个{level}级指标，指标体系是{expected}个"},
    ),
    Rule(
        code="F711", name="计分的指标都有分析", level=Level.WARNING, check=complete, kinds=REPORTS,
        what="得分表的每个二级指标在第四部分有一段分析；报告有提纲要求的各部分。",
        why="有得分而没有分析，读者不知道分是怎么来的。",
        mend="补写该部分，并在小标题下填“分析的二级指标”。",
        source="财预〔2020〕10号绩效评价报告参考提纲",
        example=Example(wrong=_analysis(last="{heading: 其他}"), right=_analysis()),
        sentences={
            "": "二级指标“{name}”计了分，但第四部分没有它的分析",
            "section": "报告缺少“{name}”部分",
        },
    ),
)  # fmt: skip
