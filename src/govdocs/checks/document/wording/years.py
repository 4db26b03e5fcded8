"""F619: years that no paper of this field can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.judgement import Cited

_YEAR = re.compile(
    r"(?<![\d.,:/-])(?P<year>\d{4}) *年(?:度|(?= *\d{1,2} *月)|(?=[，。、全初底末上下]))"
)
FIRST, LAST = 1900, 2060
"""Plans reach some decades ahead (2035年), histories a century back."""


def years(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every year of four digits by whether it can be one."""
    for passage in subject.passages:
        for match in _YEAR.finditer(passage.reading.folded):
            year = int(match["year"])
            if FIRST <= year <= LAST:
                continue
            cited = Cited(passage, match.span())
            yield Judged(
                False, (cited_spot(cited),), (), "", {"label": passage.label}, actual=cited.text
            )


RULES = (
    DocumentRule(
        code="F619",
        name="年份合理",
        level=Level.ERROR,
        judge=years,
        what="写作“××××年”“××××年度”的四位年份在1900年至2060年之间。",
        why="“2202年度”一类是录入时的颠倒，读者不知道指哪一年。",
        mend="核实后更正年份。",
        source="GB/T 7408.1-2023 日期表示；常识范围",
        sentences={"": "{label}的年份“{actual}”不在合理范围"},
        example=DocumentExample(wrong="2202年度资金已经拨付。", right="2022年度资金已经拨付。"),
    ),
)
