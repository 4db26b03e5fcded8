"""F620: the list 附件： against the titles of the attachments that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import paragraph_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.words.folding import fold, squeeze
from govdocs.reading import Paragraph, Table

_LIST = re.compile(r"附[件表] *[：:] *(?P<rest>.*)$")
_ITEM = re.compile(r"(?P<number>\d{1,2}) *(?P<mark>[.、．]) *(?P<title>.+)$")
_LABEL = re.compile(r"附[件表] *(?P<number>\d{1,2})(?: *[：:] *(?P<title>.+))?$")
_LONGEST_TITLE = 50


def attachment_list(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every listed attachment by the title that stands under its label."""
    titles = _titles(subject)
    for paragraph, number, title, mark in _items(subject.document.paragraphs):
        if mark != ".":
            yield Judged(
                False, (paragraph_spot(paragraph, "附件说明", paragraph.full.strip()[:40]),), (), "mark",
                {"mark": mark}, actual=f"{number}{mark}", level=Level.NOTE,
            )  # fmt: skip
        if number not in titles:
            continue
        stands, shown = titles[number]
        holds = _plain(shown) == _plain(title)
        spots = (
            paragraph_spot(paragraph, "附件说明", title),
            paragraph_spot(stands, f"附件{number}标题", shown),
        )
        yield Judged(holds, () if holds else spots, (), "", {"number": str(number)}, shown, title)


def _items(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, int, str, str]]:
    for at, paragraph in enumerate(paragraphs):
        found = _LIST.match(fold(paragraph.full.strip()))
        if found is None:
            continue
        lines = [
            (paragraph, found["rest"]),
            *((p, fold(p.full.strip())) for p in paragraphs[at + 1 : at + 12]),
        ]
        for line, text in lines:
            item = _ITEM.match(text)
            if item is None:
                break
            yield line, int(item["number"]), item["title"], item["mark"]
        return


def _titles(subject: DocumentSubject) -> dict[int, tuple[Paragraph, str]]:
    """The title under each label 附件1, perhaps over two lines, up to a table or a long paragraph."""
    found: dict[int, tuple[Paragraph, str]] = {}
    blocks = subject.document.blocks
    for at, block in enumerate(blocks):
        label = None if isinstance(block, Table) else _LABEL.match(fold(block.full.strip()))
        if label is None or isinstance(block, Table):
            continue
        if label["title"]:
            found.setdefault(int(label["number"]), (block, label["title"]))
            continue
        title = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(title, Paragraph) and 4 <= len(title.text.strip()) <= _LONGEST_TITLE:
            found.setdefault(int(label["number"]), (title, title.text.strip()))
    return found


def _plain(title: str) -> str:
    return re.sub(
        r"[《》“”\"。；;，,]|[（(](?:另附|附后|略|单独[^（）]{0,6})[)）]", "", squeeze(fold(title))
    )


RULES = (
    DocumentRule(
        code="F620",
        name="附件说明与附件标题一致",
        level=Level.WARNING,
        judge=attachment_list,
        what="“附件：”之后所列各附件的名称，与文后“附件1”之下的标题一致；序号用“1.”（提示）。",
        why="附件换过一稿，附件说明还是旧名称，收文的人会以为少了附件。",
        mend="以附件标题为准更正附件说明。",
        source="GB/T 9704-2012，7.3.4、7.3.7",
        sentences={
            "": "附件说明写附件{number}是“{actual}”，附件标题是“{expected}”",
            "mark": "附件说明的序号写“{actual}”，应写阿拉伯数字加下圆点",
        },
        example=DocumentExample(
            wrong="附件：1.区域绩效目标申报表\n某局\n附件1\n整体绩效目标申报表\n|专项名称|某资金|",
            right="附件：1.整体绩效目标申报表\n某局\n附件1\n整体绩效目标申报表\n|专项名称|某资金|",
        ),
    ),
)
