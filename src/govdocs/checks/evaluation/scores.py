"""F701–F704: scores against their printed rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.evaluation.examples import STEPS, leaf
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import shown, spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.derive import leaves, outcome_of, printed_score
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level
from govdocs.model.evaluation.indicator import ScoredIndicator
from govdocs.model.evaluation.scoring import Condition, Scoring
from govdocs.model.interval import rounded
from govdocs.place import Path


def score_by_rule(subject: Subject) -> Iterator[Finding]:
    """A stated score against what the printed rule gives for the value."""
    case = subject.report
    for path, row in leaves(case):
        outcome = outcome_of(case, row, subject.forms)
        if row.score is None or outcome.score is None:
            continue
        computed = printed_score(row, outcome.score, subject.forms)
        if computed == row.score.number:
            continue
        spots = (spot_at(case, *path, "score"), spot_at(subject.full_report, *path, "value"))
        yield Finding(
            "F701", Level.ERROR, spots, details={"name": row.name},
            expected=trimmed(computed), actual=row.score.text, arithmetic=outcome.arithmetic,
        )  # fmt: skip


def rule_computable(subject: Subject) -> Iterator[Finding]:
    """A rule that cannot be computed from what the case holds."""
    case = subject.report
    for path, row in leaves(case):
        outcome = outcome_of(case, row, subject.forms)
        if outcome.trouble == "verbatim" and row.score is not None:
            continue  # the office's own words, scored by the office
        if outcome.trouble:
            field = _FIELD_OF.get(outcome.trouble, "rule")
            details = {"name": row.name, "clause": "", "word": "", "words": "", "value": shown(row.value),
                       "target": "", "points": "", "count": "", **outcome.details}  # fmt: skip
            yield Finding(
                "F702", Level.ERROR, (spot_at(case, *path, field),), outcome.trouble, details
            )


_FIELD_OF = {
    "no_value": "value", "not_rate": "value", "not_number": "value", "unknown_word": "value",
    "other_unit": "value", "no_unit": "value", "no_defects": "defects", "judged_out_of_bounds": "judged", "not_judged": "judged",
    "not_exact": "value", "verbatim": "score", "two_counts": "defects",
}  # fmt: skip


def beyond_rule(subject: Subject) -> Iterator[Finding]:
    """A score that the printed rule cannot reach, though the office gives it."""
    case = subject.report
    for path, row in leaves(case):
        outcome = outcome_of(case, row, subject.forms)
        if outcome.outside and outcome.score is not None:
            given: Path = (*path, "judged", "points")
            if outcome.outside == "partial":
                clause = int(outcome.details["clauses"].partition("、")[0]) - 1
                given = (*path, "rule", "conditions", clause, "given")
            spots = (spot_at(subject.full_report, *path, "score"), spot_at(case, *given))
            details = {"name": row.name, "clauses": outcome.details.get("clauses", ""),
                       "word": outcome.details.get("word", "")}  # fmt: skip
            actual = trimmed(rounded(outcome.score, subject.forms.settings.score_decimals))
            yield Finding("F703", Level.WARNING, spots, outcome.outside, details, actual=actual)


def rule_points(subject: Subject) -> Iterator[Finding]:
    """The points that a rule can give at most are the weight; a score lies within it."""
    case = subject.full_report
    for path, row in leaves(case):
        most = _most(row)
        weight = spot_at(case, *path, "weight")
        if most is not None and most != row.weight.number:
            yield Finding(
                "F704", Level.ERROR, (spot_at(case, *path, "rule"), weight),
                details={"name": row.name}, expected=row.weight.text, actual=trimmed(most),
            )  # fmt: skip
        if row.score is not None and not 0 <= row.score.number <= row.weight.number:
            spots = (spot_at(case, *path, "score"), weight)
            yield Finding(
                "F704",
                Level.ERROR,
                spots,
                "score",
                {"name": row.name},
                row.weight.text,
                row.score.text,
            )


def _most(row: ScoredIndicator) -> Decimal | None:
    rule = row.rule
    if rule.kind is Scoring.CONDITIONS and rule.conditions:
        return sum((_best(clause) for clause in rule.conditions), Decimal(0))
    if rule.kind is Scoring.STEPS and rule.steps:
        return max(step.points.number for step in rule.steps)
    if rule.kind is Scoring.WORDS and rule.words:
        return max(word.points.number for word in rule.words)
    return None


def _best(clause: Condition) -> Decimal:
    """The most that a clause gives: of a graded one its best grade."""
    grades = [grade.points.number for grade in clause.grades]
    return max(grades) if grades else clause.points.number


RULES = (
    Rule(
        code="F701", name="得分与评分标准一致", level=Level.ERROR, check=score_by_rule, kinds=REPORTS,
        what="按印出的评分标准和业绩值计算每个三级指标的得分，与填写的得分比较（四舍五入到规定的小数位）。",
        why="评分标准就印在同一行，得分与它不符，整张评分表都受怀疑。",
        mend="不填得分，由程序计算；或更正业绩值、评分标准。确需酌情的，选用允许酌情的标准并写明理由。",
        source="财预〔2020〕10号：评分依据评价标准",
        example=Example(wrong=leaf(f"score: 30, {STEPS}"), right=leaf(f"score: 40, {STEPS}")),
        sentences={"": "“{name}”按评分标准应得{expected}分，填的是{actual}分（{arithmetic}）"},
    ),
    Rule(
        code="F702", name="评分标准可以计算", level=Level.ERROR, check=rule_computable, kinds=REPORTS,
        what="每个三级指标的评分标准都能由业绩值算出得分；算不出的不猜，得分栏和合计留空。算不出的有：没有业绩值、条款没有填是否符合；业绩值不是数、不是确数（约、以上），单位与计划数不是一类，或只有一处写了万元、公里、%这样的单位；计划数是负数；评语或等级不在评分标准之内；分档或评语有两档相同，各档单位、方向不一或次序颠倒；以少为好的计划数用了按比例得分；业绩值写的处数与发现处数不同；酌情得分超出分值；照录原文的评分标准没有填得分。",
        why="算不出的得分没有依据，合计也无从得出。",
        mend="补齐业绩值、各条是否符合、评语或扣分数；业绩值须是评分标准能用的数或词。",
        source="财预〔2020〕10号：评分依据评价标准",
        example=Example(
            wrong=leaf("value: 较高, rule: {kind: 分档得分, steps: [{at_least: 90%, points: 40}]}"),
            right=leaf("value: 95%, rule: {kind: 分档得分, steps: [{at_least: 90%, points: 40}]}"),
        ),
        sentences={
            "no_value": "“{name}”没有业绩值，无法计分",
            "not_rate": "“{name}”的业绩值“{value}”不是百分数，无法按比率计分",
            "not_number": "“{name}”的业绩值“{value}”不是数，无法计分",
            "unknown_word": "“{name}”的评语“{word}”不在评分标准之内（{words}）",
            "no_target": "“{name}”的评分标准没有可用的计划数",
            "verbatim": "“{name}”的评分标准照录原文，程序不能计算，得分须填写",
            "no_sentence": "“{name}”的评分标准写“照录原文”，但没有填原文",
            "no_steps": "“{name}”的评分标准没有分档",
            "no_words": "“{name}”的评分标准没有评语",
            "no_conditions": "“{name}”的评分标准没有条款",
            "no_deduction": "“{name}”的评分标准没有写明怎样扣分",
            "no_defects": "“{name}”没有填发现几处",
            "two_counts": "“{name}”的业绩值写{value}，发现处数填{count}，不知按哪一个扣分",
            "unanswered": "“{name}”评分标准第{clause}条没有填是否符合",
            "unknown_grade": "“{name}”评分标准第{clause}条的等级“{word}”不在各级之内（{words}）",
            "no_points_given": "“{name}”评分标准第{clause}条写“部分”，但没有可用的部分得分",
            "judged_out_of_bounds": "“{name}”酌情得分{points}分，超出0到分值的范围",
            "not_judged": "“{name}”评为“{word}”，还没有在该档内给分",
            "not_exact": "“{name}”的业绩值“{value}”不是确数，无法计分",
            "at_most": "“{name}”的计划数{target}以少为好，不能按比例得分；请用“按指标值得分”",
            "twice": "“{name}”的评分标准有两档（或两个评语）相同，不知按哪一档计分",
            "disordered": "“{name}”的评分标准各档单位、方向不一，或高一档的得分反而低",
            "other_unit": "“{name}”的业绩值{value}与计划数{target}单位不是一类",
            "no_unit": "“{name}”的业绩值{value}与计划数{target}只有一处写了单位，不知按什么单位计分，两处都要写明",
        },
    ),
    Rule(
        code="F703", name="得分在评分标准可及的范围", level=Level.WARNING, check=beyond_rule, kinds=REPORTS,
        what="评分标准没有规定部分得分或酌情的，给了部分得分或酌情得分；允许酌情，但对所写的评语另有规定的得分，而酌情给了别的分；定性评分超出所评档次的范围。",
        why="印出的标准得不出这个分，读者会问依据。",
        mend="按标准给分，或在评分标准中写明部分得分、酌情的办法；确需如此的，写明理由并作说明。",
        source="财预〔2020〕10号：评分依据评价标准",
        example=Example(
            wrong=leaf("rule: {kind: 逐条得分, conditions: [{text: 制度健全, points: 40, met: 部分, given: 20, reason: 部分执行}]}"),
            right=leaf("rule: {kind: 逐条得分, conditions: [{text: 制度健全, points: 20, met: 是}, {text: 执行有效, points: 20, met: 否}]}"),
        ),
        sentences={
            "partial": "“{name}”得{actual}分，其中第{clauses}条给的是部分得分，而评分标准没有部分得分",
            "judgement": "“{name}”酌情得{actual}分，而评分标准没有酌情的规定",
            "word": "“{name}”酌情得{actual}分，而评分标准对“{word}”另有规定的得分",
            "band": "“{name}”评为“{word}”而得{actual}分，不在该档的分数范围内",
        },
    ),
    Rule(
        code="F704", name="评分标准的分值等于权重", level=Level.ERROR, check=rule_points, kinds=REPORTS,
        what="逐条得分的各条分值之和、分档和评语的最高分，等于该指标的分值；得分在0与分值之间。",
        why="条款加起来不等于分值，满分就得不到或会超出。",
        mend="核对条款分值和指标分值。",
        source="财预〔2020〕10号：指标分值与评价标准对应",
        example=Example(
            wrong=leaf("value: 95%, rule: {kind: 分档得分, steps: [{at_least: 90%, points: 35}]}"),
            right=leaf("value: 95%, rule: {kind: 分档得分, steps: [{at_least: 90%, points: 40}]}"),
        ),
        sentences={
            "": "“{name}”评分标准最多得{actual}分，而分值是{expected}分",
            "score": "“{name}”得{actual}分，不在0到分值{expected}分之间",
        },
    ),
)  # fmt: skip
