"""F514, F515, F516: dates that cannot be, enumerations with a gap, wording that grammar shows to be a slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govdocs.checks.prose.findings import findings_of, passages
from govdocs.checks.rule import EVERY_KIND, Example, Rule
from govdocs.finding import Finding, Level
from govdocs.prose.counts.sequences import sequences
from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage
from govdocs.prose.wording.confused import confused
from govdocs.prose.wording.date_order import dates
from govdocs.prose.wording.slips import slips

if TYPE_CHECKING:
    from govdocs.checks.subject import Subject


def date_judgements(subject: Subject) -> Iterator[Judgement]:
    """Every span of time and every impossible date of the prose."""
    for passage in passages(subject):
        yield from dates(passage)


def impossible_dates(subject: Subject) -> Iterator[Finding]:
    """Dates by the calendar, spans by their ends, years by their digits."""
    return findings_of("F514", date_judgements(subject), subject)


def broken_sequences(subject: Subject) -> Iterator[Finding]:
    """一是, 二是, 三是 and （1）, （2）, （3） without a gap."""
    return findings_of("F515", sequences(passages(subject)), subject)


def wording_slips(subject: Subject) -> Iterator[Finding]:
    """Half words, two frames in one, doubled words, growth without a measure."""
    for passage in passages(subject):
        yield from findings_of("F516", slips(passage), subject)
        for span in confused(passage.text):
            yield from findings_of("F516", [_confusion(passage, span)], subject)


def _confusion(passage: Passage, span: tuple[int, int]) -> Judgement:
    start, end = span
    cited = Cited(passage, (max(0, start - 2), end + 2))
    return Judgement("confused", False, (cited,), actual=cited.text, sureness=Sureness.LIKELY)


RULES = (
    Rule(
        code="F514",
        kinds=EVERY_KIND,
        name="正文日期成立",
        level=Level.ERROR,
        check=impossible_dates,
        what="日期在日历上存在；“某日至某日”起始不晚于截止；“年度”前是四位年份。",
        why="“222年度”“2月30日”一类的错，软件的拼写检查看不出来。",
        mend="更正日期。",
        source="GB/T 15835-2011：年份用四位数字",
        example=Example(
            wrong="letter:\n  opening: [自2017年5月1日至2017年4月30日组织实施。]",
            right="letter:\n  opening: [自2017年4月1日至2017年4月30日组织实施。]",
        ),
        sentences={
            "span": "{label}的时间“{shown}”，截止早于起始",
            "calendar": "{label}的日期“{shown}”在日历上不存在",
            "year": "{label}的年份“{shown}”不是四位数",
        },
    ),
    Rule(
        code="F515",
        kinds=EVERY_KIND,
        name="列举序号连续",
        level=Level.WARNING,
        check=broken_sequences,
        what="“一是、二是、三是”和段内的（1）（2）（3）、①②③依次连续；“一是”之后句首的“而是”可能是“二是”。",
        why="序号断开，不是删了一条没有重排，就是打错了字。",
        mend="补齐或重排序号。",
        source="文字规范",
        example=Example(
            wrong="letter:\n  opening: [主要做法：一是加强调度；三是严格审核。]",
            right="letter:\n  opening: [主要做法：一是加强调度；二是严格审核。]",
        ),
        sentences={
            "sequence": "{label}“{before}”之后应是“{expected}”，写的是“{actual}”",
            "mistyped": "{label}“{before}”之后的“{actual}”疑为“{expected}”之误",
        },
    ),
    Rule(
        code="F516",
        kinds=EVERY_KIND,
        name="语句完整通顺",
        level=Level.WARNING,
        check=wording_slips,
        what="只看语法本身能断定的：“给予支；”一类写了半截的词，“约……左右”“符合……相符”一类两种句式相混，重复的字词，“已”误作“己”，没有主语的“同比增长”。",
        why="这类笔误改数字、删句子时最容易留下。",
        mend="补全或删改。",
        source="文字规范",
        example=Example(
            wrong="letter:\n  opening: [对建设平台的企业给予支；并加强指导。]",
            right="letter:\n  opening: [对建设平台的企业给予支持；并加强指导。]",
        ),
        sentences={
            "cut_off": "{label}的“{shown}”像是没有写完",
            "frames": "{label}的“{shown}”把“{first}”和“{second}”两种说法混在一起，留一种即可",
            "doubled": "{label}的“{shown}”重复",
            "misplaced": "{label}的“{shown}”语序可能有误，“共”宜放在动词之前",
            "confused": "{label}的“{shown}”中，“己”应为“已”",
            "nothing_grows": "{label}的“{shown}”没有写明是什么在增减",
        },
    ),
)
