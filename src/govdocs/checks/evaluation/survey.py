"""F716, F717: answers against their base, satisfaction against its arithmetic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.printed import percent
from govdocs.evaluation.survey_results import as_rate, overall, question_result
from govdocs.finding import Finding, Level
from govdocs.model.evaluation.survey import AnswerWeight, Question, Survey
from govdocs.place import Path

_APPLIED = re.compile("申报了|已申报|获得了|享受了|收到了|领取了")


def answers(subject: Subject) -> Iterator[Finding]:
    """No more forms back than sent; the answers of a question make its base."""
    case, survey = subject.report, subject.report.survey
    if survey is None:
        return
    if survey.valid > survey.sent:
        spots = (spot_at(case, "survey", "valid"), spot_at(case, "survey", "sent"))
        details = {"name": survey.title}
        yield Finding(
            "F716", Level.ERROR, spots, "sent", details, str(survey.sent), str(survey.valid)
        )
    for at, question in enumerate(survey.questions):
        yield from _answers_of(subject, survey, at, question)
        yield from _shares(subject, survey, at, question)
        yield from _firms(subject, at, question)


def _answers_of(subject: Subject, survey: Survey, at: int, question: Question) -> Iterator[Finding]:
    """The forms of one question against those asked; ticks against forms."""
    case, result = subject.report, question_result(survey, question)
    spot = spot_at(case, "survey", "questions", at, "options")
    details = {"name": question.name or question.text, "gate": question.asked_after or ""}

    def found(variant: str, right: int | None, given: int | None, level: Level) -> Finding:
        place = spot
        if variant.startswith("gate"):
            place = spot_at(case, "survey", "questions", at, "asked_after")
        elif question.answered is not None and variant in {"more", "answered"}:
            place = spot_at(case, "survey", "questions", at, "answered")
        expected, actual = ("" if number is None else str(number) for number in (right, given))
        return Finding("F716", level, (place,), variant, details, expected, actual)

    if result.expected is None:
        open_gate = any(earlier.name == question.asked_after for earlier in survey.questions[:at])
        yield found("gate_multiple" if open_gate else "gate", None, None, Level.ERROR)
    if not question.options:
        if not question.open:
            yield found("empty", None, None, Level.ERROR)
    elif not question.multiple and question.answered not in {None, result.ticks}:
        yield found("answered", question.answered, result.ticks, Level.ERROR)
    base, expected = result.answered, result.expected
    if base is not None and expected is not None:
        if base > expected:
            hint = "more_or_multiple" if _may_tick_several(question, expected) else "more"
            yield found(hint, expected, base, Level.ERROR)
        elif base < expected and question.answered is None and question.options:
            yield found("fewer", expected, base, Level.WARNING)
    if question.multiple and question.options and base is not None and result.ticks < base:
        yield found("unticked", base, result.ticks, Level.WARNING)
    for name in _doubled(option.text for option in question.options):
        yield Finding("F716", Level.ERROR, (spot,), "option", {**details, "option": name})
    for n, option in enumerate(question.options):
        if question.multiple and base is not None and option.count > base:
            here = spot_at(case, "survey", "questions", at, "options", n, "count")
            more = {**details, "option": option.text}
            yield Finding(
                "F716", Level.ERROR, (here,), "option_more", more, str(base), str(option.count)
            )


def _may_tick_several(question: Question, expected: int) -> bool:
    """Tell whether too many answers may be several ticks a form: no option alone is too many."""
    counts = [option.count for option in question.options]
    return (
        not question.multiple
        and len(counts) > 2
        and not question.counts
        and max(counts) <= expected
    )


def _shares(subject: Subject, survey: Survey, at: int, question: Question) -> Iterator[Finding]:
    """A stated share of an option against its count."""
    result = question_result(survey, question)
    for n, option in enumerate(question.options):
        if option.share is None:
            continue
        right = percent(Decimal(option.count), Decimal(result.answered or 0), option.share.decimals)
        if right is not None and right.number != option.share.number:
            spot = spot_at(subject.report, "survey", "questions", at, "options", n, "share")
            details = {"name": question.name or question.text, "option": option.text}
            sign = f"{option.count}÷{result.answered}×100%＝{right.text}"
            yield Finding(
                "F716", Level.ERROR, (spot,), "share", details, right.text, option.share.text, sign
            )


def _firms(subject: Subject, at: int, question: Question) -> Iterator[Finding]:
    """An answer of those who were granted money against the firms that were."""
    case = subject.report
    for n, option in enumerate(question.options):
        applied = _APPLIED.search(option.text) and option.goes_on
        if applied and case.recipients and option.count > len(case.recipients):
            here = spot_at(case, "survey", "questions", at, "options", n, "count")
            spots = (here, spot_at(case, "recipients"))
            more = {"name": question.name or question.text, "option": option.text}
            numbers = str(len(case.recipients)), str(option.count)
            yield Finding("F716", Level.WARNING, spots, "firms", more, *numbers)


def satisfaction(subject: Subject) -> Iterator[Finding]:
    """A stated satisfaction against weights × counts, the whole against the mean of the items."""
    case, survey = subject.report, subject.report.survey
    if survey is None:
        return
    yield from _scale(subject, survey)
    for at, question in enumerate(survey.questions):
        result = question_result(survey, question)
        spot = spot_at(case, "survey", "questions", at, "stated")
        details = {"name": question.name or question.text}
        if question.counts and result.satisfaction is None:
            options = spot_at(case, "survey", "questions", at, "options")
            hint = "weight" if result.ticks else "unanswered"
            yield Finding("F717", Level.ERROR, (options,), hint, details)
        elif question.stated is not None and result.satisfaction is not None:
            right = as_rate(result.satisfaction, question.stated.decimals)
            if right is not None and right.number != question.stated.number:
                yield Finding(
                    "F717", Level.ERROR, (spot,), "", details, right.text, question.stated.text
                )
    mean = overall(survey)
    if survey.stated is not None and mean is not None:
        right = as_rate(mean, survey.stated.decimals)
        if right is not None and right.number != survey.stated.number:
            spot = spot_at(case, "survey", "stated")
            yield Finding(
                "F717",
                Level.ERROR,
                (spot,),
                "",
                {"name": "总体满意度"},
                right.text,
                survey.stated.text,
            )


def _scale(subject: Subject, survey: Survey) -> Iterator[Finding]:
    """The weights are a percentage: the best answer counts 100, none less than 0, each stands once."""
    case = subject.report
    scales: list[tuple[Path, str, tuple[AnswerWeight, ...]]] = [
        (("survey", "weights"), survey.title, survey.weights)
    ]
    scales += [
        (("survey", "questions", at, "weights"), question.name or question.text, question.weights)
        for at, question in enumerate(survey.questions)
    ]
    for path, name, weights in scales:
        spot = spot_at(case, *path)
        numbers = [weight.weight.number for weight in weights]
        if numbers and (max(numbers) != 100 or min(numbers) < 0):
            shown = "、".join(weight.weight.text for weight in weights)
            yield Finding("F717", Level.ERROR, (spot,), "scale", {"name": name}, "100", shown)
        for answer in _doubled(weight.answer for weight in weights):
            yield Finding("F717", Level.ERROR, (spot,), "twice", {"name": answer})


def _doubled(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _survey(fields: str, counts: tuple[int, int] = (9, 1)) -> str:
    yes, no = counts
    return piece(
        "survey:\n  valid: 10\n  questions:\n"
        f"    - {{text: 是否满意？, name: 总体满意, counts: 是, {fields}options: [{{text: 满意, count: {yes}}}, {{text: 不满意, count: {no}}}]}}\n"
    )


RULES = (
    Rule(
        code="F716", name="问卷份数", level=Level.ERROR, check=answers, kinds=REPORTS,
        what="有效问卷不多于发放；每题各选项之和等于应答份数（有跳题的，等于继续作答的份数）；可多选的题各选项之和可以超过，但每一选项不多于作答份数；填写的占比等于份数除以作答份数；表示获得补贴的不多于补贴户数。",
        why="答卷比问卷多，占比和满意度都不成立。",
        mend="核对原始问卷；有跳题的填“适用条件”，可多选的填“可多选”，有人没有作答的填“作答份数”。",
        source="算术关系",
        example=Example(wrong=_survey("", (9, 2)), right=_survey("", (9, 1))),
        sentences={
            "sent": "有效问卷{actual}份，多于发放的{expected}份",
            "more": "“{name}”收到{actual}份答案，应答的只有{expected}份",
            "fewer": "“{name}”收到{actual}份答案，应答的有{expected}份；有跳题的请填“适用条件”",
            "more_or_multiple": "“{name}”各选项共{actual}份，应答的只有{expected}份；每份可选几项的，请填“可多选”",
            "answered": "“{name}”各选项共{actual}份，而作答份数填{expected}份",
            "unticked": "“{name}”可多选，各选项共{actual}项次，少于作答的{expected}份；有人没有作答的，请填“作答份数”",
            "option_more": "“{name}”的选项“{option}”有{actual}份，多于作答的{expected}份",
            "share": "“{name}”的选项“{option}”占比写{actual}，按份数是{expected}（{arithmetic}）",
            "empty": "“{name}”没有选项；由调查对象自行填写的，请填“意见建议题”",
            "gate_multiple": "“{name}”的适用条件“{gate}”可多选，从份数看不出几份继续作答",
            "gate": "“{name}”的适用条件“{gate}”不是前面任何一题的简称",
            "option": "“{name}”的选项“{option}”列了两次",
            "firms": "“{name}”有{actual}份选“{option}”，而补贴企业只有{expected}家",
        },
    ),
    Rule(
        code="F717", name="满意度计算", level=Level.ERROR, check=satisfaction, kinds=REPORTS,
        what="各题满意度等于各选项份数乘赋值之和除以答卷份数，总体满意度等于计入各题的平均；选项都有赋值，各列一次；赋值是百分数，最好的选项为100。",
        why="满意度直接决定得分。",
        mend="不填满意度，由程序计算；或更正份数、赋值。",
        source="案卷所列满意度赋值",
        example=Example(wrong=_survey("stated: 95%, "), right=_survey("stated: 90%, ")),
        sentences={
            "": "“{name}”写{actual}，按份数和赋值计算是{expected}",
            "scale": "“{name}”的赋值是{actual}；满意度是百分数，最好的选项应赋{expected}，都不小于0",
            "twice": "选项“{name}”有两个赋值，不知按哪一个",
            "unanswered": "“{name}”计入满意度，但没有答卷，无法计算",
            "weight": "“{name}”计入满意度，但有的选项没有赋值，无法计算",
        },
    ),
)  # fmt: skip
