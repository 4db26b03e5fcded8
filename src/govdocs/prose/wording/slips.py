"""Slips of wording that grammar alone shows: a cut-off verb, two frames in one, growth of nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.prose.judgement import Cited, Judgement, Sureness
from govdocs.prose.passage import Passage

_CUT_OFF = re.compile(r"(?:给予|予以|加以|进行)(?P<rest>[一-龥])(?=[；。，])")
_WHOLE = frozenset("中后时的了过")
_FRAMES = (
    (re.compile(r"(?<!不)符合与?[^，。；、]{2,24}相(?:符|适应|一致)"), "符合……", "与……相符"),
    (re.compile(r"(?:大约|约|近|接近) *\d[\d.,]*[^，。；\d]{1,6}左右"), "约", "左右"),
    (re.compile(r"(?:超过|突破|不少于|不低于) *\d[\d.,]*[^，。；\d]{1,6}以上"), "超过", "以上"),
    (re.compile(r"(?:不超过|不高于|至多) *\d[\d.,]*[^，。；\d]{1,6}以[下内]"), "不超过", "以下"),
    (re.compile(r"(?:约|近|超过) *\d[\d.,]*(?:余|多)[一-龥]"), "约", "余"),
)
_DOUBLED = re.compile(r"资金资金|万元万元|项目项目|企业企业|同比同比")
_MISPLACED = re.compile(
    r"(?:安排|下达|拨付|投入|支出|发放)共(?![计有同享用性识\d])[一-龥]{2,16}?(?:资金|经费|专项|补贴|补助) *\d"
)
_NOTHING_GROWS = re.compile(
    r"(?:^|[，。；：])(?P<clause>[^，。；：]{0,14}(?:与|同|和|对|向)[^，。；：]{2,24}(?:国家|地区|省份|企业|市场|国)(?:同比|比上年|较上年)(?:增长|下降)) *\d"
)
_MEASURED = re.compile(
    r"额|量|值|数|率|出口|进口|贸易|投资|收入|消费|规模|往来|合作|业务|产|订单|销售|流量|人次|里程|旅客|货运"
)


def slips(passage: Passage) -> Iterator[Judgement]:
    """Judge the wording of a passage; each judgement is a slip, nothing is said of sound sentences."""
    text = passage.reading.folded
    for match in _CUT_OFF.finditer(text):
        if match["rest"] not in _WHOLE:
            yield _slip("cut_off", passage, match.span(), Sureness.LIKELY)
    for pattern, first, second in _FRAMES:
        for match in pattern.finditer(text):
            yield _slip("frames", passage, match.span(), Sureness.HINT, first=first, second=second)
    for match in _DOUBLED.finditer(text):
        yield _slip("doubled", passage, match.span(), Sureness.LIKELY)
    for match in _MISPLACED.finditer(text):
        yield _slip("misplaced", passage, match.span(), Sureness.HINT)
    for match in _NOTHING_GROWS.finditer(text):
        clause = match["clause"]
        if not _MEASURED.search(clause):
            yield _slip("nothing_grows", passage, match.span("clause"), Sureness.LIKELY)


def _slip(
    name: str, passage: Passage, span: tuple[int, int], sureness: Sureness, **details: str
) -> Judgement:
    cited = Cited(passage, span)
    return Judgement(name, False, (cited,), actual=cited.text, sureness=sureness, details=details)
