"""F315, F317: the sections that a report must have, and numbers typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.rows import plain_name
from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.checks.texts import sections_of
from govdocs.finding import Finding, Level, Spot
from govdocs.place import Path


def outline_sections(subject: Subject) -> Iterator[Finding]:
    """The headings of the letter against the outline of its year."""
    outline = subject.forms.outline_of(subject.case.year)
    headings = [plain_name(section.heading) for _, section, _ in sections_of(subject)]
    if outline is None or not headings:
        return
    missing = [
        wordings[0]
        for wordings in outline.sections
        if not any(plain_name(words) in heading for words in wordings for heading in headings)
    ]
    if missing:
        written = "、".join(s.heading for _, s, level in sections_of(subject) if level == 1)
        path: Path = ("letter", "sections")
        yield Finding(
            "F315",
            Level.WARNING,
            (Spot(path, label_of(subject.case, path), written),),
            details={"count": str(len(missing)), "basis": outline.basis},
            expected="、".join(f"“{name}”" for name in missing),
            actual=written,
        )


_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])"
)
_GOAL = re.compile(r"(?:目标\s*[\d一二三四五六七八九十]{1,2}\s*[：:、.．]|\d{1,2}[.．、](?!\d))")
_TITLE = re.compile(r"(?:附件\s*\d{0,2}\s*[：:、.．]?\s*|\d{1,2}[.．、](?!\d))")


def typed_numbers(subject: Subject) -> Iterator[Finding]:
    """Numbers that the program prints and somebody typed as well."""
    case = subject.case
    texts: list[tuple[Path, str, re.Pattern[str]]] = [
        ((*path, "heading"), section.heading, _HEADING) for path, section, _ in sections_of(subject)
    ]
    texts += [(("goals", at), goal, _GOAL) for at, goal in enumerate(case.goals)]
    for at, attachment in enumerate(case.attachments):
        texts.append((("attachments", at, "title"), attachment.title, _TITLE))
        if attachment.listed_title is not None:
            texts.append((("attachments", at, "listed_title"), attachment.listed_title, _TITLE))
    for path, text, pattern in texts:
        match = pattern.match(text)
        if match is not None and match.end() < len(text):
            spot = spot_at(case, *path)
            yield Finding(
                "F317",
                Level.WARNING,
                (spot,),
                details={"what": spot.label, "number": match[0]},
                expected=text[match.end() :].strip(),
                actual=text,
            )


RULES = (
    Rule(
        code="F315",
        name="报告提纲完整",
        level=Level.WARNING,
        check=outline_sections,
        what="正文各部分标题包括当年自评通知规定的各部分（各级标题都算，用词相近即可，一个标题可以兼含两部分）。",
        why="缺少规定的部分，报告会被要求补报。",
        mend="补写缺少的部分；没有内容的也写明“无”及原因。",
        source="财预〔2018〕29号等各年度自评通知所附报告提纲",
        example=Example(
            wrong="letter:\n  sections:\n    - {heading: 基本情况, paragraphs: [目标见附件1，自评结果见附件2。]}",
            right="letter:\n  closing: [特此报告。]",
        ),
        sentences={"": "缺少{basis}规定的{count}个部分：{expected}"},
    ),
    Rule(
        code="F317",
        name="序号由程序编排",
        level=Level.WARNING,
        check=typed_numbers,
        what="小标题、年度目标、附件标题前不手写序号（一、（一）1.、目标1：、附件1等由程序印出）。",
        why="手写的序号会与自动编排的序号重复印出，增删段落后还会错号。",
        mend="删去手写的序号。",
        source="GB/T 9704-2012，7.3.3、7.3.4；本程序自动编号",
        example=Example(
            wrong="goals: [目标1：支持中小企业开拓国际市场, 建设公共服务平台]",
            right="goals: [支持中小企业开拓国际市场, 建设公共服务平台]",
        ),
        sentences={"": "{what}前手写了序号“{number}”，会重复印出，应写“{expected}”"},
    ),
)
