"""How wide a line of text is, and whether the lines of a document were broken by a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from govdocs.reading.outline import is_contents_line
from govdocs.reading.paper import Paragraph

NARROWER, WIDER = 8, 6
"""By so many half characters a full line may differ: an indent lost, a justified line stretched."""
_SHORTEST = 30
_FEWEST = 4
_LEAST_SHARE = 0.5
_MOST_WIDER = 0.1
_ENDS = tuple("。！？；：…!?;:")
_BEGINS = re.compile(
    r"[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]{1,3}[部章节条款]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\.(?!\d))"
    r"|[①-⑳]|[一二三四五六七八九]是|附[件表录图][\d一二三四五六七八九十：: ]|附[件表][：:]?$|续?[表图] ?\d|目标\d|注[：:\d]|备注|说明[：:]|抄送|主送|联系人|单位[：:]|[A-Za-z][.、．)）]"
    r"|[二一][〇零○O0一二三四五六七八九]{3}年|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)"
)
_RUNNING = re.compile(r"[，。；、：]")
_INDENT = re.compile(r"(?:\u3000{2}|\t| {4})")
_WIDE = re.compile("[\u2e80-\U0010ffff“”‘’…—]")
_OPENERS, _CLOSERS = "（(《〔【“", "）)》〕】”"


def width_of(text: str) -> int:
    """The width of a line in half characters, white space left out."""
    letters = "".join(text.split())
    return len(letters) + len(_WIDE.findall(letters))


def begins_anew(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins a heading, an item, a caption or an indented paragraph."""
    text = paragraph.text
    return (
        bool(paragraph.number)
        or (paragraph.level > 0)
        or _BEGINS.match(text) is not None
        or _INDENT.match(text) is not None
        or is_contents_line(text)
    )


def begins_item(text: str) -> bool:
    """Tell whether words begin a heading, an item or a caption, however they are indented."""
    return _BEGINS.match(text.strip()) is not None


def is_open(paragraph: Paragraph) -> bool:
    """Tell whether a line ends in the middle of a sentence, for all that its end shows."""
    words = paragraph.text.rstrip()
    if not words or words.endswith(_ENDS) or is_contents_line(paragraph.text):
        return False
    if words.endswith(("。”", "。）", "。)", "。》")):
        return False
    if paragraph.number or paragraph.level:
        # A heading ends without a mark; what holds clauses or an open bracket is running text.
        return _clauses(words)
    return _BEGINS.match(words) is None or _clauses(words)


def _clauses(words: str) -> bool:
    return "，" in words or "。" in words or _unclosed(words)


def _unclosed(words: str) -> bool:
    return any(words.count(o) > words.count(c) for o, c in zip(_OPENERS, _CLOSERS, strict=True))


def line_width(paragraphs: Sequence[Paragraph]) -> int:
    """The width at which the lines of a document were broken; 0 where they were not.

    Lines of one width that end in mid-sentence must be many, and hardly any line longer.
    """
    open_lines = [
        a
        for a, b in pairwise(paragraphs)
        if is_open(a) and width_of(a.text) >= _SHORTEST and not begins_anew(b)
    ]
    if len(open_lines) < _FEWEST:
        return 0
    counts = Counter(width_of(line.text) for line in open_lines)

    def near(width: int) -> int:
        return sum(n for w, n in counts.items() if width - NARROWER <= w <= width + WIDER)

    width = max(counts, key=lambda w: (near(w), w))
    if near(width) < max(_FEWEST, _LEAST_SHARE * len(open_lines)):
        return 0  # lines of a form differ in width, a page has one
    near_it = [p for p in open_lines if -NARROWER <= width_of(p.text) - width <= WIDER]
    if sum(_RUNNING.search(p.text) is not None for p in near_it) * 2 < len(near_it):
        return 0  # names in the cells of a form hold no marks
    if sum(width_of(p.text) > width + WIDER for p in paragraphs) > _MOST_WIDER * len(paragraphs):
        return 0
    return width


def goes_on(sentence: Sequence[Paragraph], after: Paragraph, width: int) -> bool:
    """Tell whether ``after`` is the rest of the sentence that the last line of ``sentence`` breaks off."""
    line = sentence[-1]
    if not is_open(line) or begins_anew(after) or width_of(after.text) > width + WIDER:
        return False
    if not any(_RUNNING.search(one.text) for one in (*sentence, after)):
        return False  # a title in two lines, cells of a form
    own = width_of(line.text)
    if width - NARROWER <= own <= width + WIDER:
        return True
    words = line.text.rstrip()
    cut = (
        re.search(r"\d$", words) is not None and re.match(r"[\d.%％万亿元]", after.text) is not None
    )
    return own >= 0.6 * width and (cut or words.endswith(("，", "、")) or _unclosed(words))
