"""F207–F209: blank cells beside filled ones, blank rows, topics left without a row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from govdocs.checks.listing import listed
from govdocs.checks.placeholders import is_not_applicable
from govdocs.checks.rows import bigrams, names_topic, plain_name, reported_rows, topic_of
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.derived import BLANK
from govdocs.model.indicator import Indicator


def half_filled(subject: Subject) -> Iterator[Finding]:
    """A target without a result, or a result without a target."""
    case = subject.full
    found: dict[str, list[Finding]] = {"no_actual": [], "no_target": []}
    for at, row in reported_rows(case):
        if subject.case.indicators[at].reported_target == BLANK and row.target is not None:
            continue  # 一填一空 between the attachments is F202's
        if (row.reported_target is None) == (row.actual is None):
            continue
        if is_not_applicable(row.reported_target) or is_not_applicable(row.actual):
            continue
        variant, blank, filled = (
            ("no_actual", "actual", "reported_target")
            if row.actual is None
            else ("no_target", "reported_target", "actual")
        )
        level = Level.WARNING if variant == "no_target" else Level.ERROR
        found[variant].append(
            Finding(
                "F207",
                level,
                (spot_at(case, "indicators", at, blank), spot_at(case, "indicators", at, filled)),
                variant=variant,
                details={"name": row.reported_name or row.name},
                actual=spot_at(case, "indicators", at, filled).shown,
            )
        )
    for findings in found.values():
        yield from listed(findings)


def _is_blank(row: Indicator) -> bool:
    return row.target is None and row.reported_target is None and row.actual is None


class _Topics:
    """The rows of a case by the pairs of characters in their names, to find those about a topic."""

    def __init__(self, subject: Subject) -> None:
        self.case = case = subject.full
        self._found: dict[str, list[int]] = {}
        self.blank = {at: topic_of(r.name) for at, r in enumerate(case.indicators) if _is_blank(r)}
        self._rows: dict[str, list[int]] = defaultdict(list)
        if self.blank:
            for at, row in enumerate(case.indicators):
                for pair in bigrams(row.name):
                    self._rows[pair].append(at)

    def about(self, topic: str) -> list[int]:
        """Rows whose name holds ``topic`` in one piece."""
        if not topic:
            return []
        if topic not in self._found:
            rarest = min((self._rows[pair] for pair in bigrams(topic)), key=len)
            rows = self.case.indicators
            self._found[topic] = [at for at in rarest if topic in plain_name(rows[at].name)]
        return self._found[topic]


def topic_without_quantity(subject: Subject) -> Iterator[Finding]:
    """A blank row whose subject other rows or a goal report on as if it had results."""
    case = subject.full
    for at, topic, dependents in subject.once(_contradicted):
        goals = [g for g, goal in enumerate(case.goals) if names_topic(goal, topic)]
        others = [label_of(case, ("goals", g)) for g in goals]
        others += [f"“{case.indicators[n].name}”" for n in dependents]
        fields = ("target", "actual")
        yield Finding(
            "F209",
            Level.WARNING,
            (
                *(spot_at(case, "indicators", at, field) for field in fields),
                *(spot_at(case, "goals", g) for g in goals),
                *(spot_at(case, "indicators", n, "actual") for n in dependents),
            ),
            details={"name": case.indicators[at].name, "topic": topic, "others": "、".join(others)},
        )


def _contradicted(subject: Subject) -> list[tuple[int, str, list[int]]]:
    topics, rows = subject.once(_Topics), subject.full.indicators
    found = []
    for at, topic in topics.blank.items():
        dependents = [n for n in topics.about(topic) if rows[n].actual is not None]
        if dependents:
            found.append((at, topic, dependents))
    return found


def blank_rows(subject: Subject) -> Iterator[Finding]:
    """A row blank from end to end should say 不适用; a subject left out as a whole is a choice."""
    case = subject.full
    topics = subject.once(_Topics)
    contradicted = {at for at, _, _ in subject.once(_contradicted)}
    names = Counter(topic for topic in topics.blank.values() if topic)
    lengths = sorted({len(topic) for topic in names})
    found = []
    for at, topic in topics.blank.items():
        alone = len([n for n in topics.about(topic) if n in topics.blank]) <= 1
        name = plain_name(case.indicators[at].name)
        if at in contradicted or not alone or _shares_topic(name, topic, names, lengths):
            continue
        found.append(
            Finding(
                "F208",
                Level.NOTE,
                (
                    spot_at(case, "indicators", at, "target"),
                    spot_at(case, "indicators", at, "actual"),
                ),
                details={"name": case.indicators[at].name},
            )
        )
    yield from listed(found)


def _shares_topic(name: str, own: str, topics: Counter[str], lengths: list[int]) -> bool:
    """Tell whether the topic of another blank row stands in the name of this one."""
    for length in lengths:
        for start in range(len(name) - length + 1):
            piece = name[start : start + length]
            if topics[piece] > (piece == own):
                return True
    return False


def _indicators(*rows: str) -> str:
    lines: Sequence[str] = [f"  - {{level1: 产出指标, {row}}}" for row in rows]
    return "indicators:\n" + "\n".join(lines)


_FILLED = "level2: 数量指标, name: 建设公共服务平台数量, target: 3个, actual: 3个"

RULES = (
    Rule(
        code="F207",
        name="指标值与完成值都要填",
        level=Level.ERROR,
        check=half_filled,
        what="附件2同一行的年度指标值和全年完成值应当都填，或者都不填。",
        why="有目标没有结果，等于没有自评；有结果没有目标，无从判断好坏。",
        mend="补填空白的一栏；本年不考核的，两栏都写“不适用”。",
        source="财预〔2018〕29号附件自评表",
        example=Example(
            wrong=_indicators("level2: 数量指标, name: 建设公共服务平台数量, target: 3个"),
            right=_indicators(_FILLED),
        ),
        sentences={
            "no_actual": "“{name}”有指标值“{actual}”，全年完成值空白",
            "no_actual_list": "{count}个指标有指标值而全年完成值空白：{names}",
            "no_target": "“{name}”有完成值“{actual}”，年度指标值空白",
            "no_target_list": "{count}个指标有完成值而年度指标值空白：{names}",
        },
    ),
    Rule(
        code="F208",
        name="空白行写明不适用",
        level=Level.NOTE,
        check=blank_rows,
        what="指标值和完成值全都空白的行，宜写“不适用”。同一事项的各行全部空白的，视为整项不适用，不提示。",
        why="空白分不清是不适用还是忘了填。",
        mend="本年不考核的，指标值和完成值都写“不适用”；漏填的补填。",
        source="自评表填表说明：不适用指标应予注明",
        example=Example(
            wrong=_indicators(_FILLED, "level2: 数量指标, name: 举办境外展会场次"),
            right=_indicators(
                _FILLED, "level2: 数量指标, name: 举办境外展会场次, target: 不适用, actual: 不适用"
            ),
        ),
        sentences={
            "": "“{name}”指标值和完成值都空白，是否不适用没有写明",
            "list": "{count}行指标值和完成值都空白，是否不适用没有写明：{names}",
        },
    ),
    Rule(
        code="F209",
        name="有效果而无数量",
        level=Level.WARNING,
        check=topic_without_quantity,
        what="某事项的指标行空白，而同一事项的其他指标（如经营信心、满意度）却填了完成值，或年度目标中列有该事项。",
        why="没有支持任何项目，就谈不上受支持企业的满意度；多半是数量漏填。",
        mend="补填该行的指标值和完成值；确未开展的，相关各行和目标一并说明。",
        source="财预〔2015〕163号：绩效目标应当完整、相关；财预〔2018〕29号自评表",
        example=Example(
            wrong=_indicators(
                _FILLED,
                "level2: 数量指标, name: 支持跨境电商项目数量",
                "level2: 质量指标, name: 跨境电商企业满意度, target: 良好, actual: 90%",
            ),
            right=_indicators(
                _FILLED,
                "level2: 数量指标, name: 支持跨境电商项目数量, target: 5个, actual: 5个",
                "level2: 质量指标, name: 跨境电商企业满意度, target: 良好, actual: 90%",
            ),
        ),
        sentences={"": "“{name}”空白，但{others}都涉及“{topic}”，前后不符"},
    ),
)
