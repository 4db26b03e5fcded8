"""F310–F314: 附件说明, the attachments themselves, and what the prose says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.rows import plain_name
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.checks.texts import printed_texts
from govdocs.finding import Finding, Level, Spot

KINDS = ("整体", "区域", "项目")


def listed_titles(subject: Subject) -> Iterator[Finding]:
    """附件说明 names each attachment as it calls itself."""
    case = subject.full
    for at, attachment in enumerate(case.attachments):
        listed = attachment.listed_title or attachment.title
        if plain_name(listed) != plain_name(attachment.title):
            yield Finding(
                "F310",
                Level.ERROR,
                (
                    spot_at(case, "attachments", at, "listed_title"),
                    spot_at(case, "attachments", at, "title"),
                ),
                details={"number": str(attachment.number)},
                expected=attachment.title,
                actual=listed,
            )


def numbers_in_order(subject: Subject) -> Iterator[Finding]:
    """Attachments are numbered 1, 2, 3 in the order of 附件说明; no form is attached twice."""
    case = subject.full
    for at, attachment in enumerate(case.attachments):
        if attachment.number != at + 1:
            yield Finding(
                "F311",
                Level.ERROR,
                (spot_at(case, "attachments", at, "number"),),
                expected=str(at + 1),
                actual=str(attachment.number),
                details={"title": attachment.title},
            )


def form_kind(subject: Subject) -> Iterator[Finding]:
    """A form that central departments fill (整体) is not filed by a local office."""
    case = subject.full
    ministry = plain_name(case.fund.ministry)
    issuers = [plain_name(name) for name in case.letter.issuers] if case.letter else []
    if ministry in issuers:
        return
    for at, attachment in enumerate(case.attachments):
        official = subject.forms.attachment(attachment.form)
        if official is None or "整体" not in attachment.title or "整体" in official.title:
            continue
        yield Finding(
            "F312",
            Level.ERROR,
            (
                spot_at(case, "attachments", at, "title"),
                spot_at(case, "fund", "line_department"),
            ),
            details={"number": str(attachment.number), "filer": case.fund.line_department},
            expected=official.title,
            actual=attachment.title,
            explains=(("F310", ("attachments", at, "title")),),
        )


_NUMBER = r"(\d{1,2}|[一二三四五六七八九十])(?![\d件个份])"
_REFERENCE = re.compile(
    rf"附件\s*{_NUMBER}(?:\s*(?P<to>[-－—–~～至到])?[、和及与]?\s*(?:附件)?\s*{_NUMBER})?"
)
_CHINESE = "一二三四五六七八九十"


def _mentioned(match: re.Match[str]) -> range | tuple[int, ...]:
    """The numbers that 附件1, 附件1、2 or 附件1至3 mean."""
    given = [n for n in (match[1], match[3]) if n]
    numbers = tuple(int(n) if n.isdigit() else _CHINESE.index(n) + 1 for n in given)
    if match["to"] and len(numbers) == 2 and numbers[0] < numbers[1]:
        return range(numbers[0], numbers[1] + 1)
    return numbers


def references(subject: Subject) -> Iterator[Finding]:
    """附件n in the prose exists, and each attachment is mentioned where several are attached."""
    case = subject.full
    if case.letter is None:
        return
    count = len(case.attachments)
    mentioned: set[int] = set()
    for printed in printed_texts(subject):
        if printed.path[0] != "letter" or not printed.is_prose:
            continue
        for match in _REFERENCE.finditer(printed.text):
            numbers = _mentioned(match)
            mentioned.update(numbers)
            if any(number > count or number == 0 for number in numbers):
                yield Finding(
                    "F313",
                    Level.ERROR,
                    (Spot(printed.path, label_of(case, printed.path), match[0], match.span()),),
                    details={"count": str(count)},
                    actual=match[0],
                )
    if not mentioned:
        return  # the list under the text announces them all
    for at, attachment in enumerate(case.attachments):
        number = attachment.number or at + 1
        if number not in mentioned:
            yield Finding(
                "F313",
                Level.NOTE,
                (spot_at(case, "attachments", at, "title"),),
                variant="unmentioned",
                details={"number": str(number)},
                actual=attachment.title,
            )


_LISTED = "attachments:\n  - {{form: declaration, title: {title}, listed_title: {listed}{more}}}\n  - {{form: evaluation, title: 中央对地方专项转移支付区域（项目）绩效目标自评表{last}}}"
_TITLE = "中央对地方专项转移支付区域绩效目标申报表"


def _attachments(title: str = _TITLE, listed: str = _TITLE, more: str = "", last: str = "") -> str:
    return _LISTED.format(title=title, listed=listed, more=more, last=last)


RULES = (
    Rule(
        code="F310",
        name="附件说明与附件标题一致",
        level=Level.ERROR,
        check=listed_titles,
        what="正文“附件：”所列名称与附件首页的标题逐字相同。",
        why="名称不同，收文机关会以为缺了附件或装错了附件。",
        mend="以附件标题为准更正附件说明（“附件说明中的名称”不填即相同）。",
        source="GB/T 9704-2012，7.3.7：附件序号和附件标题应当与附件说明的表述一致",
        example=Example(wrong=_attachments(listed="区域绩效目标申报表"), right=_attachments()),
        sentences={"": "附件{number}标题是“{expected}”，附件说明写的是“{actual}”"},
    ),
    Rule(
        code="F311",
        name="附件序号连续",
        level=Level.ERROR,
        check=numbers_in_order,
        what="附件按附件说明的顺序从1起连续编号。",
        why="序号跳号、颠倒会使人以为缺了附件。",
        mend="更正序号，或不填由程序编号。",
        source="GB/T 9704-2012，7.3.4、7.3.7",
        example=Example(wrong=_attachments(last=", number: 3"), right=_attachments()),
        sentences={"": "“{title}”的附件序号是{actual}，应为{expected}"},
    ),
    Rule(
        code="F312",
        name="表式与填报单位相符",
        level=Level.ERROR,
        check=form_kind,
        what="整体绩效目标申报表由中央主管部门填报；地方报送的是区域（或项目）绩效目标申报表。",
        why="用错表式，等于报送了别人的表。",
        mend="改用表式规定的标题；表内栏目不同的，按区域表式填写。",
        source="财预〔2015〕163号：整体、区域、项目绩效目标申报表的填报主体",
        example=Example(
            wrong=_attachments(
                "中央对地方专项转移支付整体绩效目标申报表",
                "中央对地方专项转移支付整体绩效目标申报表",
            ),
            right=_attachments(),
        ),
        sentences={
            "": "附件{number}标题是“{actual}”，整体表由中央主管部门填报，{filer}报送的应是“{expected}”"
        },
    ),
    Rule(
        code="F313",
        name="正文提到的附件都有，附件都提到",
        level=Level.ERROR,
        check=references,
        what="正文中“附件1”“附件2”等应当存在；正文提到了其中几个附件的，其余的也应提到；一个都没有提到的不查（附件说明已经列出）。",
        why="提到却没有附上的附件，收文机关会来要。",
        mend="补附件或更正序号；在正文相应处注明（附件n）。",
        source="GB/T 9704-2012，7.3.4、7.3.7",
        example=Example(
            wrong="letter: {closing: [企业名单见附件3。]}", right="letter: {closing: [特此报告。]}"
        ),
        sentences={
            "": "正文提到“{actual}”，但只有{count}个附件",
            "unmentioned": "正文没有提到附件{number}“{actual}”",
        },
    ),
)
