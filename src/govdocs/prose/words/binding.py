"""The phrase that a figure measures, and whose it is, from the words of its clause."""

from __future__ import annotations

import re

from govdocs.prose.words.folding import squeeze

_QUOTES = re.compile(r"[“”‘’\"'《》〈〉「」]")
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_TRAILING = re.compile(
    r"(?:达到了?|达成|高达|达|为|是|共计|合计|总计|总共|共有|共|大约|约|接近|近|超过|超|突破|逾|增至|升至|降至|"
    r"实现了?|完成了?|取得了?|获得了?|拥有|具有|有|计|已|：|:|了|不足|至少|不少于|不低于|不超过|大于等于|小于等于|大于|小于|"
    r"≥|≤|>|<|=|人民币|的|各|均|分别)+$"
)
_LEADING = re.compile(
    r"^(?:其中|此外|同时|另外|并且|并|且|还|则|即|如|截止|截至|全年|当年|今年|本年度|本年|年末|年底|年度|累计|总共|先后|已|"
    r"实际|本次|共计|合计|总计|共有|现有|我[省市县区州厅局]|全[省市县区州]|本[省市县区州]|该[省市县区州项]|了|使|约|和|及|与|的|完成|实现|达成|取得|(?:年度|绩效)*目标(?:是|为)|、|共)+"
)
_SUBJECT = re.compile(
    r"^(?:在|对|向|由)?(?P<subject>全国|[^\W\d_向对在及时等的由为和与我全本该下达、]{2,6}?(?:自治州|自治县|自治区|省|(?<!超|上|城|外|国)市(?!场)|县|(?<!地|牧|园|社|片|景|校|小|灾)区(?!域|块|间|划)|州|镇(?!痛)|(?<!城)乡(?!村|镇)|街道))(?=[一-龥])"
)
_OWN = re.compile(r"^(?:我|全|本|该)[省市县区州]")
_WHOLE_SIDE = re.compile(r"(?:收入|支出|收支|收、支)总计(?:各|均|为|是|达|：|:)*$")
_TIME = re.compile(r"(?:较|比|与|同)?(?:上年|去年|上一年|同期|前年)(?:度|同期|末|底)?(?:相比)?")
_MEASURE_END = re.compile(
    r"(?:额|量|数|率|度|值|金|款|费|产|入|支出|项目|面积|投资|比例|比重|规模|速|企业|单位|机构|人员|资产|贷款|补贴|补助|"
    r"任务|里程|长度|价|债|税|成本|利润|出口|进口|进出口|订单|农户|学校|医院|认证|专利|人口|劳动力|岗位|床位|车辆|房|新增就业)$"
)
MIN_MEASURE = 4
"""A shorter phrase (收入, 得分) is too common to bind two figures."""


def measure_of(before: str) -> tuple[str, str]:
    """Return the subject and the measured phrase of ``before``, the clause text up to a figure.

    White space, quotes, bracketed remarks, dates (already blanked by the caller), value verbs
    behind and adverbs in front are taken off; 金额 reads as 额, 业务 is left out. Both are empty
    where nothing is left.
    """
    text = _BRACKETED.sub("", squeeze(_QUOTES.sub("", before)))
    text = _TIME.sub("", text)
    whole = _WHOLE_SIDE.search(text)
    text = _TRAILING.sub("", text)
    if whole is not None and not text.endswith("总计"):
        text += "总计"  # the whole of a budget's side is more than the income of the same name
    text = _LEADING.sub("", text)
    subject = ""
    found = _SUBJECT.match(text)
    if found and not _OWN.match(text):
        subject = found["subject"]
        text = _LEADING.sub("", text[found.end() :])
    text = text.replace("金额", "额").replace("业务", "").replace("数量", "数")
    return subject, text


def is_measure(phrase: str) -> bool:
    """Tell whether a phrase is long and plain enough to name one measure."""
    return len(phrase) >= MIN_MEASURE and _MEASURE_END.search(phrase) is not None
