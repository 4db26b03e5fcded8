"""The one pattern that finds every number of a text and tells measures from all other numbers."""

from __future__ import annotations

import re

from govdocs.prose.words.measure_words import COUNTERS, LATIN, SCALE, UNIT
from govdocs.prose.words.numerals import NUMERAL

_YEAR = r"(?:19|20)\d{2}"
_TO = r"[-~至到]"
_CN_YEAR = r"[二一][〇零○O0一二三四五六七八九]{3} *年(?: *[一二三四五六七八九十]{1,2} *月(?: *[一二三四五六七八九十]{1,3} *日)?)?"
LATIN_UNIT = "|".join(sorted(LATIN, key=len, reverse=True))
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_SPACED = (
    r"(?<![\d.,、表图件第注式])(?<![表图件第注式] )[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?!\d)"
    rf"(?= *(?:{SCALE})? *(?:{UNIT}))"
)
"""Thousands set apart by a space, as GB/T 15835 allows: 1 228.3亿元; only with a unit behind."""

_KINDS = {
    "title": r"《[^《》\n]{1,80}(?:《[^《》\n]{1,80}》[^《》\n]{0,40})?》",
    "document": rf"[〔\[(（] *{_YEAR} *[〕\])）] *第? *\d+ *号",
    "phone": r"(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)",
    "date": rf"{_YEAR} *年? *{_TO} *{_YEAR} *年(?:度|底|末)?"
    rf"|(?<!\d){_YEAR} *年(?:度|初|底|末)?(?: *(?:上|下)半年)?(?: *\d{{1,2}} *月? *{_TO} *\d{{1,2}} *月(?!\d))?"
    r"(?: *\d{1,2} *月(?:份|底|末|初)?(?: *\d{1,2} *日)?)?"
    rf"|(?<!\d){_YEAR}(?P<dot>[-/.])\d{{1,2}}(?P=dot)\d{{1,2}}(?![\d.])"
    r"|(?<![\d.])\d{1,2} *月? *[-~至到] *\d{1,2} *月(?:份|底|末)?(?!\d)"
    r"|(?<![\d.])\d{1,2} *月(?:份|底|末|初)?(?: *\d{1,2} *日)?"
    rf"|{_CN_YEAR}|[“\"]?十[一二三四五六七][五][”\"]?(?:期间|时期|规划|末)",
    "reference": r"附[件表图注录] *\d+(?:-\d+)*|(?<![代发])[表图] *\d+-\d+|[见如]表 *\d+(?:-\d+)*|目标 *\d+(?= *[:：])|问题 *\d+(?= *[:：])",
    "ordinal": rf"第 *(?:\d+|[{NUMERAL}]+)",
    "numbering": rf"(?<![\d.,])\d{{1,2}}\.(?={_YEAR} *年)|"
    rf"(?:(?m:^)|(?<=[：:；;。])) *\d{{1,2}}\.(?=\d{{1,2}} *月|\d{{1,3}}(?:个|家|所|名|起|笔|栋|座|辆|宗)(?!月))|"
    r"(?m:^) *(?:\d{1,2}(?:\.\d{1,2})*(?:[、）)]|\.(?!\d))|[（(] *(?:\d{1,2}|[一二三四五六七八九十]{1,3}) *[)）]|[一二三四五六七八九十]{1,3}、)"
    r"|[（(] *(?:\d{1,2}|[一二三四五六七八九十]{1,3}) *[)）]|(?<=[：:])\d{1,2}、|[①-⑳]",
    "code": rf"[A-Za-z][A-Za-z_.+-]*\d[A-Za-z\d_.-]*|\d+(?:\.\d+)?(?!(?:{LATIN_UNIT})(?![A-Za-z\d²³]))[A-Za-z][A-Za-z\d_]*|\d+(?:\.\d+){{2,}}|\d+#",
    "ratio": r"\d+(?:\.\d+)? *[:∶] *\d+(?:\.\d+)?",
    "range": rf"(?:{NUMBER}) *(?:{SCALE})? *(?:{UNIT})? *(?:（含）)?[-~至] *(?:{NUMBER}) *(?:{SCALE})? *(?:{UNIT})?",
    "measure": rf"(?P<num>{_SPACED}|{NUMBER}) *(?P<mid>余|多|几)? *(?P<scale>{SCALE})? *(?P<mid2>余|多)? *(?P<word>{UNIT})?",
    "hundredths": rf"百分之(?P<cnrate>[{NUMERAL}]+(?:点[{NUMERAL}]+)?)",
    "chinese": rf"(?<![{NUMERAL}第几数上])(?P<cn>[{NUMERAL}]+(?:[万亿][{NUMERAL}]*)?) *(?P<cnmid>余|多)? *(?P<cnword>个百分点|万人|{COUNTERS})",
}

TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()))
"""Finds, from left to right, titles and every number; the group that matched is its kind."""
