"""F617: surveys: the answers to a question add up to its base, and an average is that of its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_held, cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.finding import Level
from govdocs.model.interval import quotient, rounded
from govdocs.prose.figure import ProseFigure, Role
from govdocs.prose.judgement import Cited
from govdocs.prose.lists import sentence_figures
from govdocs.prose.passage import Passage

_BASE = re.compile(
    r"(?:有效答题数|有效问卷|回收(?:有效)?(?:问卷)?|有效样本|有效填写人次|答题人数|受访)[^，。；\d]{0,8}$"
)
_SENT = re.compile(r"发放(?:调查)?(?:问卷)?[^，。；\d]{0,6}$")
_BACK = re.compile(r"(?:收回|回收)(?:有效)?(?:调查)?(?:问卷)?[^，。；\d]{0,6}$")
_MEAN = re.compile(r"(?:总体|整体|综合|平均)(?:的)?满意度(?:为|是|达|平均值)*[^，。；\d]{0,6}$")
_ITEM = re.compile(r"满意度(?:为|是|达|达到|均为)? *$")


def surveys(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge bases, numbers sent and returned, and averages of satisfaction."""
    for passage in subject.passages:
        if "满意" in passage.text or "问卷" in passage.text or "答题" in passage.text:
            yield from _answers(passage)
            yield from _returned(passage)
            yield from _mean(passage)


def _before(passage: Passage, figure: ProseFigure, size: int = 20) -> str:
    return passage.reading.folded[max(0, figure.span[0] - size) : figure.span[0]].rstrip()


def _answers(passage: Passage) -> Iterator[Judged]:
    """n份, then counts each with its share: the shares near 100% say that all answers are listed."""
    measures = passage.reading.measures
    base = next((f for f in measures if f.counts and _BASE.search(_before(passage, f))), None)
    if base is None:
        return
    later = measures[measures.index(base) + 1 :]
    pairs = [
        (count, share) for count, share in pairwise(later)
        if count.counts and share.is_rate and share.role is Role.SHARE and count.sentence == share.sentence
    ]  # fmt: skip
    if len(pairs) < 2:
        return
    shares = sum((share.number for _, share in pairs), Decimal(0))
    if not Decimal("99.5") <= shares <= Decimal("100.5"):
        return
    total = sum((count.number for count, _ in pairs), Decimal(0))
    cited = [Cited.of(passage, base), *(Cited.of(passage, count) for count, _ in pairs)]
    holds = total == base.number
    line = "＋".join(plain(count.number) for count, _ in pairs)
    yield Judged(
        holds, () if holds else (cited_spot(cited[0]), cited_spot(cited[1])), cited_held(*cited), "answers",
        {"label": passage.label}, expected=plain(total), actual=base.text,
        arithmetic="" if holds else f"{line}＝{plain(total)}≠{plain(base.number)}",
    )  # fmt: skip


def _returned(passage: Passage) -> Iterator[Judged]:
    for figures in sentence_figures(passage.reading):
        sent = next((f for f in figures if f.counts and _SENT.search(_before(passage, f))), None)
        back = next(
            (
                f
                for f in figures
                if f.counts and _BACK.search(_before(passage, f)) and f is not sent
            ),
            None,
        )
        if sent is None or back is None or sent.kind != back.kind or sent.span[0] > back.span[0]:
            continue
        holds = back.number <= sent.number
        cited = (Cited.of(passage, back), Cited.of(passage, sent))
        yield Judged(holds, () if holds else (cited_spot(cited[0]),), cited_held(*cited), "returned",
                     {"label": passage.label}, expected=sent.text, actual=back.text)  # fmt: skip


def _mean(passage: Passage) -> Iterator[Judged]:
    """An overall satisfaction with 其中 and its items in one sentence is their mean, weights unsaid."""
    for figures in sentence_figures(passage.reading):
        rates = [f for f in figures if f.is_rate and f.exact]
        whole = next((f for f in rates if _MEAN.search(_before(passage, f, 28))), None)
        if whole is None:
            continue
        between = passage.reading.folded[whole.span[1] : whole.span[1] + 6]
        items = [
            f for f in rates if f.span[0] > whole.span[1] and _ITEM.search(_before(passage, f))
        ]
        if "其中" not in between or len(items) < 3:
            continue
        mean = quotient(sum((f.number for f in items), Decimal(0)), Decimal(len(items)))
        decimals = max(whole.decimals, 1)
        holds = abs(mean - whole.number) <= Decimal(1).scaleb(-whole.decimals) * 2
        inside = min(f.number for f in items) <= whole.number <= max(f.number for f in items)
        cited = [Cited.of(passage, f) for f in (whole, *items)]
        yield Judged(
            holds, () if holds else (cited_spot(cited[0]),), cited_held(*cited), "mean" if inside else "outside",
            {"label": passage.label, "count": str(len(items))}, expected=f"{plain(rounded(mean, decimals))}%",
            actual=whole.text, level=Level.NOTE if inside else Level.WARNING,
        )  # fmt: skip


RULES = (
    DocumentRule(
        code="F617",
        name="问卷的人数和满意度相符",
        level=Level.ERROR,
        judge=surveys,
        what="每题各选项的人数之和等于有效答题数；收回的问卷不多于发放的；总体满意度在各分项之间，等于各分项的平均（提示，各项可能有权重）。",
        why="问卷结果是满意度得分的根据，人数对不上就不能采信。",
        mend="按问卷原始数据更正。",
        source="算术关系",
        sentences={
            "answers": "{label}写有效答题数{actual}，各选项相加是{expected}：{arithmetic}",
            "returned": "{label}写收回{actual}，多于发放的{expected}",
            "mean": "{label}写总体满意度{actual}，{count}个分项的平均是{expected}",
            "outside": "{label}写总体满意度{actual}，不在各分项之间（平均{expected}）",
        },
        example=DocumentExample(
            wrong="本题收到有效答题数26份，其中非常满意22人，占比84.62%；比较满意5人，占比15.38%。",
            right="本题收到有效答题数26份，其中非常满意22人，占比84.62%；比较满意4人，占比15.38%。",
        ),
    ),
)
