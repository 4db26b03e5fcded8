"""F624: words, sentences and paragraphs that stand there twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot, paragraph_spot
from govdocs.checks.document.subject import DocumentSubject, shortened
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.words.folding import squeeze
from govdocs.reading import Paragraph

_WORD = re.compile(r"(?P<word>[一-龥]{2,10}?)(?P=word)")
_SPOKEN = frozenset(
    {"研究", "讨论", "考虑", "商量", "了解", "学习", "总结", "交流", "一个", "一步", "逐个", "很多", "许多", "哈哈"}
)  # fmt: skip
"""Words that are said twice on purpose."""
_NUMERAL = re.compile(r"[一二三四五六七八九十百千万亿零〇]+$")
_SENTENCE = re.compile(r"[^。！？；]{12,}[。！？；]")
_SHORTEST = 30


def repeats(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge whether words, sentences or paragraphs follow themselves; nothing is said where they do not."""
    for passage in subject.passages:
        for match in _WORD.finditer(passage.text):
            word = match["word"]
            if len(set(word)) == 1 or word in _SPOKEN or _NUMERAL.match(word):
                continue
            yield Judged(
                False, (cited_spot(Cited(passage, match.span())),), (), "word",
                {"what": passage.label, "word": word}, actual=match[0],
            )  # fmt: skip
        for one, two in pairwise(_SENTENCE.finditer(passage.text)):
            if one.end() == two.start() and squeeze(one[0]) == squeeze(two[0]):
                yield Judged(
                    False, (cited_spot(Cited(passage, two.span())),), (), "sentence",
                    {"what": passage.label}, actual=shortened(two[0]),
                )  # fmt: skip
    for before, block in pairwise(subject.document.blocks):
        if not isinstance(before, Paragraph) or not isinstance(block, Paragraph):
            continue
        words = squeeze(block.text)
        if len(words) >= _SHORTEST and words == squeeze(before.text):
            yield Judged(
                False, (paragraph_spot(block, "重复的一段", shortened(words)), paragraph_spot(before, "前一段", shortened(words))),
                (), "paragraph", {}, actual=shortened(words),
            )  # fmt: skip


RULES = (
    DocumentRule(
        code="F624",
        name="词句没有误重",
        level=Level.NOTE,
        judge=repeats,
        what="同一个词语没有紧接着写两遍，同一句、同一段没有原样重复（提示）。",
        why="重复多半是修改时没有删净，读者会疑心漏改了别处。",
        mend="删去多余的一个；确实要重复的，不必改。",
        source="文义",
        sentences={
            "word": "{what}中“{word}”连写了两遍：“{actual}”",
            "sentence": "{what}中同一句话连写了两遍：“{actual}”",
            "paragraph": "这一段与前一段完全相同：“{actual}”",
        },
        example=DocumentExample(
            wrong="资金用于支持支持农村公路养护。", right="资金用于支持农村公路养护。"
        ),
    ),
)
