"""F318: what stands at the top left of the first side: 份号, 密级和保密期限, 紧急程度."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import spot_at
from govdocs.checks.subject import Subject
from govdocs.finding import Finding, Level
from govdocs.model.letter import Letter

_TERM = re.compile(r"([1-9]\d?)(年|个月|日|天)|长期")
_LONGEST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}
_URGENCY = {"特急", "加急"}
_TELEGRAM = {"特提", "平急"}


def head_marks(subject: Subject) -> Iterator[Finding]:
    """Marks whose form the standard fixes; a mark that is left out is nobody's fault here."""
    letter = subject.case.letter
    if letter is None:
        return
    yield from _copy_number(subject, letter)
    yield from _secrecy(subject, letter)
    if letter.urgency is not None and letter.urgency not in _URGENCY:
        yield Finding(
            "F318",
            Level.WARNING,
            (spot_at(subject.case, "letter", "urgency"),),
            variant="telegram" if letter.urgency in _TELEGRAM else "urgency",
            expected="特急或加急",
            actual=letter.urgency,
        )


def _copy_number(subject: Subject, letter: Letter) -> Iterator[Finding]:
    if letter.copy_number is not None and not re.fullmatch(r"[0-9]{6}", letter.copy_number):
        yield Finding(
            "F318",
            Level.WARNING,
            (spot_at(subject.case, "letter", "copy_number"),),
            variant="copy_number",
            expected="6位阿拉伯数字，如 000001",
            actual=letter.copy_number,
        )
    if letter.secrecy is not None and letter.copy_number is None:
        yield Finding(
            "F318",
            Level.WARNING,
            (spot_at(subject.case, "letter", "secrecy", "level"),),
            variant="no_number",
            actual=letter.secrecy.level,
        )


def _secrecy(subject: Subject, letter: Letter) -> Iterator[Finding]:
    if letter.secrecy is None:
        return
    level, term = letter.secrecy.level, letter.secrecy.term
    at_level = spot_at(subject.case, "letter", "secrecy", "level")
    if level not in _LONGEST_YEARS:
        yield Finding(
            "F318",
            Level.WARNING,
            (at_level,),
            variant="level",
            expected="绝密、机密或秘密",
            actual=level,
        )
    if term is None:
        return
    at_term = spot_at(subject.case, "letter", "secrecy", "term")
    match = _TERM.fullmatch(term)
    if match is None:
        yield Finding("F318", Level.WARNING, (at_term,), variant="term", actual=term)
    elif match[2] == "年" and int(match[1]) > (longest := _LONGEST_YEARS.get(level, 30)):
        yield Finding(
            "F318",
            Level.WARNING,
            (at_term, at_level),
            variant="too_long",
            details={"level": level},
            expected=f"不超过{longest}年",
            actual=term,
        )


RULES = (
    Rule(
        code="F318",
        name="份号、密级和紧急程度的写法",
        level=Level.WARNING,
        check=head_marks,
        what="份号用6位阿拉伯数字，涉密公文都标份号；密级为绝密、机密或秘密，保密期限写明年数，除另有规定外绝密不超过三十年、机密不超过二十年、秘密不超过十年；纸质公文的紧急程度为特急或加急。",
        why="这些标志决定公文怎样登记、传递和保管。",
        mend="照给出的写法更正；不涉密的公文不填份号和密级。",
        source="GB/T 9704-2012，7.2.1至7.2.3；《党政机关公文处理工作条例》第九条；《保守国家秘密法》关于保密期限的规定",
        example=Example(
            wrong="letter: {urgency: 急件}",
            right="letter: {urgency: 特急}",
        ),
        sentences={
            "copy_number": "份号“{actual}”的写法不合规定，应为{expected}",
            "no_number": "公文标了密级“{actual}”而没有份号",
            "level": "密级“{actual}”不是法定的密级，应为{expected}",
            "term": "保密期限“{actual}”的写法不合规定，应写明年数，如 1年",
            "too_long": "{level}的保密期限“{actual}”过长，{expected}",
            "urgency": "紧急程度“{actual}”不合规定，应为{expected}",
            "telegram": "“{actual}”是电报的紧急程度，纸质公文应为{expected}",
        },
    ),
)
