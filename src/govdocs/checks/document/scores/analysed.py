"""F627: where the indicators of a block are analysed one by one, none is left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.score_book import Scored
from govdocs.checks.document.spots import name_spot, paragraph_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.reading import Paragraph

_NUMBER = re.compile(r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?)\s*")
_FEWEST = 3


def analysed(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge blocks of three indicators and more, of which all but one have a heading side by side."""
    headings: defaultdict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    for paragraph in subject.document.paragraphs:
        if paragraph.level:
            headings[paragraph.headings].append(paragraph)
    everywhere = [_words(p) for group in headings.values() for p in group]
    told: set[str] = set()
    for table in subject.score_tables:
        blocks: defaultdict[str, dict[str, Scored]] = defaultdict(dict)
        for entry in table.entries:
            if entry.level == 2 and entry.parents:
                blocks[entry.parents[-1]].setdefault(entry.name, entry)
        for names in blocks.values():
            if len(names) < _FEWEST:
                continue
            for group in headings.values():
                lacking = [n for n in names if not any(_words(p).startswith(n) for p in group)]
                if len(lacking) > 1:
                    continue
                missing = lacking[0] if lacking else ""
                if missing in told or any(
                    words.startswith(missing) for words in everywhere if missing
                ):
                    continue
                told.add(missing)
                spots = () if not missing else (
                    paragraph_spot(group[-1], f"标题“{group[-1].full.strip()[:20]}”", group[-1].full.strip()[:30]),
                    name_spot(names[missing].region, names[missing].row),
                )  # fmt: skip
                yield Judged(
                    not missing, spots, (), "", {"name": missing, "table": table.region.table.name},
                    actual="、".join(n for n in names if n != missing), expected=missing,
                )  # fmt: skip


def _words(paragraph: Paragraph) -> str:
    """A heading without its number and white space."""
    return _NUMBER.sub("", "".join(paragraph.full.split()), count=1)


RULES = (
    DocumentRule(
        code="F627",
        name="评了分的指标都有分析",
        level=Level.WARNING,
        judge=analysed,
        what="一个一级指标之下，二级指标逐个设了标题分析，只缺一个的。",
        why="评分表给了分而正文没有依据，评价结论缺一块。",
        mend="补上这个指标的分析，或说明为什么不分析。",
        source="财预〔2020〕10号，附件“项目支出绩效评价报告（参考提纲）”",
        sentences={"": "{table}给“{expected}”评了分，正文分析了{actual}，没有分析“{expected}”"},
        example=DocumentExample(
            wrong="一、分析\n1.产出数量\n完成。\n2.产出质量\n合格。\n|一级指标|二级指标|分值|得分|\n|产出|产出数量|10|9|\n|产出|产出质量|10|9|\n|产出|产出成本|10|9|",
            right="一、分析\n1.产出数量\n完成。\n2.产出质量\n合格。\n3.产出成本\n节约。\n|一级指标|二级指标|分值|得分|\n|产出|产出数量|10|9|\n|产出|产出质量|10|9|\n|产出|产出成本|10|9|",
        ),
    ),
)
