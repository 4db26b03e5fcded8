"""F401–F406: weights and scores of forms that score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdocs.checks.arithmetic import plain, sum_of
from govdocs.checks.indicators.attainment import share_of_target
from govdocs.checks.listing import listed
from govdocs.checks.money.rates import EXECUTION_RATE
from govdocs.checks.placeholders import is_filler
from govdocs.checks.rows import plain_name, reported_rows
from govdocs.checks.rule import Example, Rule
from govdocs.checks.scores.formula import earned_share
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import trimmed
from govdocs.finding import Finding, Level
from govdocs.model.interval import rounded
from govdocs.model.quantity import Quantity
from govdocs.model.units import PERCENT


def score_within_weight(subject: Subject) -> Iterator[Finding]:
    """得分 lies between 0 and 分值."""
    case = subject.full
    for at, row in reported_rows(case):
        if row.score is None:
            continue
        spots = tuple(spot_at(case, "indicators", at, f) for f in ("score", "weight"))
        details = {"name": row.reported_name or row.name}
        if row.score.number < 0:
            yield Finding("F401", Level.ERROR, spots[:1], "negative", details, "", row.score.text)
        elif row.weight is not None and row.score.number > row.weight.number:
            yield Finding(
                "F401", Level.ERROR, spots, "", details, f"不超过{row.weight.text}", row.score.text
            )


def weights_total(subject: Subject) -> Iterator[Finding]:
    """All 分值 together make the form's total, and those of a 一级指标 its share."""
    case, settings = subject.full, subject.forms.settings
    rows = [(at, row) for at, row in reported_rows(case) if row.weight is not None]
    weights = [row.weight for _, row in rows if row.weight is not None]
    if not weights or any(row.weight is None for _, row in reported_rows(case)):
        return
    for group in subject.forms.tree:
        own = [(at, r.weight) for at, r in rows if plain_name(r.level1) == plain_name(group.name)]
        given = [weight for _, weight in own if weight is not None]
        if group.weight is not None and given and sum_of(given) != group.weight:
            yield Finding(
                "F402",
                Level.WARNING,
                tuple(spot_at(case, "indicators", at, "weight") for at, _ in own),
                variant="group",
                details={"group": group.name},
                expected=trimmed(group.weight),
                actual=trimmed(sum_of(given)),
            )
    if settings.total_weight is None:
        return
    scored_rate = any(EXECUTION_RATE.match(row.name) for _, row in rows)
    execution = Decimal(0) if scored_rate else settings.execution_weight or Decimal(0)
    expected = settings.total_weight - execution
    if sum_of(weights) != expected:
        yield Finding(
            "F402",
            Level.ERROR,
            tuple(spot_at(case, "indicators", at, "weight") for at, _ in rows),
            details={"total": trimmed(settings.total_weight), "execution": trimmed(execution)},
            expected=trimmed(expected),
            actual=trimmed(sum_of(weights)),
        )


def score_by_formula(subject: Subject) -> Iterator[Finding]:
    """得分 of a quantitative row against its formula."""
    case, settings = subject.full, subject.forms.settings
    for at, row in reported_rows(case):
        if row.score is None or row.weight is None or row.score.number > row.weight.number:
            continue
        share = earned_share(row, settings)
        if share is None:
            continue
        value = share * row.weight.number
        score = row.score
        if rounded(value, settings.score_decimals) == score.number:
            continue
        target = row.reported_target or row.target
        assert isinstance(target, Quantity)
        assert isinstance(row.actual, Quantity)
        above = share_of_target(target, row.actual) or Decimal(0)
        if share == 1 and above >= settings.excess_threshold:
            continue  # a target set too low may cost points
        close = rounded(value, score.decimals) == score.number
        lower = score.number < value
        yield Finding(
            "F403",
            Level.NOTE if close else Level.WARNING if lower else Level.ERROR,
            tuple(
                spot_at(case, "indicators", at, f)
                for f in ("score", "weight", "reported_target", "actual")
            ),
            variant="near" if close else "",
            details={"name": row.reported_name or row.name},
            expected=plain(rounded(value, settings.score_decimals)),
            actual=score.text,
            arithmetic=f"{row.weight.text}×{plain(rounded(share * 100, 2))}%＝{plain(rounded(value, 2))}",
        )


def loss_without_reason(subject: Subject) -> Iterator[Finding]:
    """得分 below 分值 needs a reason."""
    case = subject.full
    found = [
        Finding(
            "F404",
            Level.ERROR,
            tuple(spot_at(case, "indicators", at, f) for f in ("score", "weight", "reason")),
            details={"name": row.reported_name or row.name},
            expected=row.weight.text,
            actual=row.score.text,
            explains=(("F204", ("indicators", at, "actual")),),
        )
        for at, row in reported_rows(case)
        if row.score is not None
        and row.weight is not None
        and row.score.number < row.weight.number
        and is_filler(row.reason)
    ]
    yield from listed(found)


def score_in_band(subject: Subject) -> Iterator[Finding]:
    """得分 of a qualitative row within the band of its 完成比例."""
    case, bands = subject.full, subject.forms.qualitative_bands
    decimals = subject.forms.settings.score_decimals
    for at, row in reported_rows(case):
        if row.score is None or row.weight is None or not isinstance(row.actual, Quantity):
            continue
        if not isinstance(row.reported_target, str) or row.actual.kind != PERCENT:
            continue
        share = row.actual.number
        band = next(
            (
                b
                for b in bands
                if b.low <= share and (share < b.high or (b.high_included and share == b.high))
            ),
            None,
        )
        if band is None:
            continue
        low = rounded(band.low * row.weight.number / 100, decimals)
        high = rounded(band.high * row.weight.number / 100, decimals)
        if not low <= row.score.number <= high:
            yield Finding(
                "F405",
                Level.ERROR,
                tuple(spot_at(case, "indicators", at, f) for f in ("score", "actual", "weight")),
                details={
                    "name": row.reported_name or row.name,
                    "share": row.actual.text,
                    "band": band.name,
                },
                expected=f"{trimmed(low)}至{trimmed(high)}",
                actual=row.score.text,
            )


def weights_complete(subject: Subject) -> Iterator[Finding]:
    """Where some rows are weighted or scored, all are."""
    case = subject.full
    rows = list(reported_rows(case))
    for field, title in (("weight", "分值"), ("score", "得分")):
        missing = [at for at, row in rows if getattr(row, field) is None]
        if missing and len(missing) < len(rows):
            yield Finding(
                "F406",
                Level.WARNING,
                tuple(spot_at(case, "indicators", at, field) for at in missing),
                details={"what": title, "count": str(len(missing))},
            )


def _row(rest: str) -> str:
    return f"indicators:\n  - {{level1: 产出指标, level2: 数量指标, name: 建设公共服务平台数量, {rest}}}"


_SOURCE = "财预〔2020〕10号项目支出绩效自评：定量指标按完成值与指标值的比例计分"

RULES = (
    Rule(
        code="F401",
        name="得分不超过分值",
        level=Level.ERROR,
        check=score_within_weight,
        what="每个指标的得分不小于0，不大于该指标的分值。",
        why="得分超过分值，总分就会虚高。",
        mend="更正得分；完成值超过指标值的也只得满分。",
        source="财预〔2020〕10号：得分最高不超过该指标分值上限",
        example=Example(
            wrong=_row("target: 3个, actual: 3个, weight: 10, score: 12"),
            right=_row("target: 3个, actual: 3个, weight: 10, score: 10"),
        ),
        sentences={
            "": "“{name}”得分{actual}，应{expected}",
            "negative": "“{name}”得分{actual}，不应是负数",
        },
    ),
    Rule(
        code="F402",
        name="分值之和等于总分",
        level=Level.ERROR,
        check=weights_total,
        what="全部指标的分值之和等于总分减去预算执行率分值；表式规定了一级指标分值的，各一级指标分值之和相符。",
        why="权重加不到100，总分没有意义。",
        mend="调整分值；总分、预算执行率分值不同的，在本地口径中设置。",
        source="财预〔2020〕10号：预算执行率10分，其余指标合计90分",
        example=Example(
            wrong='settings: {total_weight: "100", execution_weight: "10"}\n'
            + _row("target: 3个, actual: 3个, weight: 80, score: 80"),
            right='settings: {total_weight: "100", execution_weight: "10"}\n'
            + _row("target: 3个, actual: 3个, weight: 90, score: 90"),
        ),
        sentences={
            "": "各指标分值相加为{actual}，应为{expected}（总分{total}，预算执行率{execution}）",
            "group": "“{group}”各指标分值相加为{actual}，表式规定为{expected}",
        },
    ),
    Rule(
        code="F403",
        name="定量指标得分按公式计算",
        level=Level.ERROR,
        check=score_by_formula,
        what="定量指标达到指标值得满分；未达到的按完成值÷指标值×分值计（反向指标按本地口径的比值或差额公式），按得分小数位四舍五入。明显超额而酌情扣分的不报。",
        why="得分与完成值对不上，是抽查复核最常发现的问题。",
        mend="按公式更正得分；另有计分办法的，得分低于公式的作提醒，请在原因栏说明。",
        source=_SOURCE,
        example=Example(
            wrong=_row("target: 4个, actual: 3个, weight: 10, score: 8, reason: 一个平台推迟建成"),
            right=_row(
                "target: 4个, actual: 3个, weight: 10, score: 7.5, reason: 一个平台推迟建成"
            ),
        ),
        sentences={
            "": "“{name}”得分为{actual}，按公式应为{expected}",
            "near": "“{name}”得分为{actual}，按公式为{expected}，像是取了整",
        },
    ),
    Rule(
        code="F404",
        name="扣分的指标写明原因",
        level=Level.ERROR,
        check=loss_without_reason,
        what="得分低于分值的指标，应写明偏差原因及改进措施。",
        why="审核系统把它列为必填，不写不能提交。",
        mend="写明偏差原因和改进措施。",
        source="财预〔2020〕10号项目支出绩效自评表“偏差原因分析及改进措施”栏",
        example=Example(
            wrong=_row("target: 4个, actual: 3个, weight: 10, score: 7.5"),
            right=_row(
                "target: 4个, actual: 3个, weight: 10, score: 7.5, reason: 一个平台推迟建成"
            ),
        ),
        sentences={
            "": "“{name}”分值{expected}，得分{actual}，没有写明原因",
            "list": "{count}个指标扣了分而没有写明原因：{names}",
        },
    ),
    Rule(
        code="F405",
        name="定性指标得分在相应档内",
        level=Level.ERROR,
        check=score_in_band,
        what="定性指标的得分在其完成比例所属一档的分值范围内。",
        why="完成比例在第二档，得分却按第一档给，两栏自相矛盾。",
        mend="按完成比例所属的档更正得分，或更正完成比例。",
        source="财预〔2020〕10号：定性指标三档100%～80%（含）、80%～60%（含）、60%～0%",
        example=Example(
            wrong=_row("target: 良好, actual: 70%, weight: 10, score: 9, reason: 试运行"),
            right=_row("target: 良好, actual: 70%, weight: 10, score: 7, reason: 试运行"),
        ),
        sentences={"": "“{name}”完成比例{share}属“{band}”，得分应在{expected}之间，现为{actual}"},
    ),
    Rule(
        code="F406",
        name="分值得分逐行填写",
        level=Level.WARNING,
        check=weights_complete,
        what="计分的表，每个指标都填分值和得分。",
        why="漏填一行，总分就少算一行。",
        mend="补填；不适用的指标按本地办法处理并说明。",
        source="财预〔2020〕10号项目支出绩效自评表",
        example=Example(
            wrong=_row("target: 3个, actual: 3个, weight: 10, score: 10")
            + "\n  - {level1: 产出指标, level2: 数量指标, name: 举办培训班次数, target: 2次, actual: 2次, weight: 10}",
            right=_row("target: 3个, actual: 3个, weight: 10, score: 10")
            + "\n  - {level1: 产出指标, level2: 数量指标, name: 举办培训班次数, target: 2次, actual: 2次, weight: 10, score: 10}",
        ),
        sentences={"": "有{count}个指标没有填{what}"},
    ),
)
