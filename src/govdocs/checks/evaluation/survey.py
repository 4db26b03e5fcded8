"""F716, F717: answers against their base, satisfaction against its arithmetic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from govdocs.checks.evaluation.examples import piece
from govdocs.checks.rule import REPORTS, Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.evaluation.survey_results import as_rate, overall, question_result
from govdocs.finding import Finding, Level
from govdocs.model.evaluation.survey import Survey

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
        result = question_result(survey, question)
        spot = spot_at(case, "survey", "questions", at, "options")
        details = {"name": question.name or question.text}
        if result.expected is None:
            spot = spot_at(case, "survey", "questions", at, "asked_after")
            yield Finding(
                "F716",
                Level.ERROR,
                (spot,),
                "gate",
                {**details, "gate": question.asked_after or ""},
            )
        elif result.answered > result.expected:
            yield Finding(
                "F716",
                Level.ERROR,
                (spot,),
                "more",
                details,
                str(result.expected),
                str(result.answered),
            )
        elif result.answered < result.expected:
            yield Finding(
                "F716",
                Level.WARNING,
                (spot,),
                "fewer",
                details,
                str(result.expected),
                str(result.answered),
            )
        for name in _doubled(option.text for option in question.options):
            more = {**details, "option": name}
            yield Finding("F716", Level.ERROR, (spot,), "option", more)
        for n, option in enumerate(question.options):
            applied = _APPLIED.search(option.text) and option.goes_on
            if applied and case.recipients and option.count > len(case.recipients):
                here = spot_at(case, "survey", "questions", at, "options", n, "count")
                spots = (here, spot_at(case, "recipients"))
                more = {**details, "option": option.text}
                yield Finding(
                    "F716",
                    Level.WARNING,
                    spots,
                    "firms",
                    more,
                    str(len(case.recipients)),
                    str(option.count),
                )


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
            hint = "weight" if result.answered else "unanswered"
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
    spot = spot_at(case, "survey", "weights")
    numbers = [weight.weight.number for weight in survey.weights]
    if max(numbers) != 100 or min(numbers) < 0:
        details = {"name": survey.title}
        shown = "、".join(weight.weight.text for weight in survey.weights)
        yield Finding("F717", Level.ERROR, (spot,), "scale", details, "100", shown)
    for name in _doubled(weight.answer for weight in survey.weights):
        yield Finding("F717", Level.ERROR, (spot,), "twice", {"name": name})


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
        what="有效问卷不多于发放；每题各选项之和等于应答份数（有跳题的，等于继续作答的份数）；表示获得补贴的不多于补贴户数。",
        why="答卷比问卷多，占比和满意度都不成立。",
        mend="核对原始问卷；有跳题的填“适用条件”。",
        source="算术关系",
        example=Example(wrong=_survey("", (9, 2)), right=_survey("", (9, 1))),
        sentences={
            "sent": "有效问卷{actual}份，多于发放的{expected}份",
            "more": "“{name}”收到{actual}份答案，应答的只有{expected}份",
            "fewer": "“{name}”收到{actual}份答案，应答的有{expected}份；有跳题的请填“适用条件”",
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
