"""F614, F615: places of elsewhere, and offices of another administrative level, left in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.names.divisions import Division, provinces_and_prefectures, short_name
from govdocs.checks.document.names.place_slips import place_slips
from govdocs.checks.document.names.whose import OwnPlace, own_place
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cited_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.finding import Level
from govdocs.prose.judgement import Cited
from govdocs.prose.words.folding import squeeze

_ELSEWHERE = re.compile(
    r"赴|前往|学习|借鉴|考察|来自|对接|对口|等地|毗邻|相邻|与|和|、|对比|比较|优于|高于|低于|销往|运往|发往|原产|籍"
)
_FOLLOWS = 4
"""So many characters after a strange name must stand elsewhere after the own name."""
_ORGANS = (
    "财政局",
    "商务局",
    "教育局",
    "民政局",
    "农业农村局",
    "审计局",
    "发改局",
    "人社局",
    "卫健局",
    "水利局",
    "林业局",
    "住建局",
    "交通局",
    "文旅局",
    "科技局",
    "工信局",
    "统计局",
    "税务局",
    "政府",
    "委办",
    "财政预算",
    "级财政",
    "财政资金",
)


def strange_places(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every place of the text by whether it stands where the report's own name belongs."""
    yield from place_slips(subject)
    own = own_place(subject)
    if own is None:
        return
    whole = squeeze("".join(p.text for p in subject.body))
    tails = _tails(whole, own)
    known = provinces_and_prefectures()
    pattern = _names_in("\n".join([whole, *(p.text for p in subject.passages)]))
    if pattern is None:
        return
    counts = Counter(known[m[0]].name for m in pattern.finditer(whole))
    for passage in subject.passages:
        for match in pattern.finditer(passage.text):
            place = known[match[0]]
            if _belongs(place, own) or counts[place.name] > 2:
                continue
            before, after = (
                passage.text[max(0, match.start() - 6) : match.start()],
                passage.text[match.end() :],
            )
            if _ELSEWHERE.search(before) or after.startswith(("、", "和", "等")):
                continue
            tail = re.sub(r"^(?:市|县|区|省|州|自治州)?(?:20\d{2}年度?)?", "", squeeze(after)[:24])[
                :_FOLLOWS
            ]
            if len(tail) < _FOLLOWS or tail not in tails:
                continue
            cited = Cited(passage, match.span())
            yield Judged(
                False, (cited_spot(cited),), (), "", {"label": passage.label, "own": own.name},
                expected=own.name, actual=match[0],
            )  # fmt: skip


def _names_in(text: str) -> re.Pattern[str] | None:
    """Any of the known names that a text holds, the longest first; None where it holds none."""
    signs = set(text)  # most names have a sign that the text does not
    names = [re.escape(n) for n in provinces_and_prefectures() if signs.issuperset(n) and n in text]
    return re.compile("|".join(sorted(names, key=len, reverse=True))) if names else None


def _belongs(place: Division, own: OwnPlace) -> bool:
    return place.name in own.around or place.short in own.around


def _tails(whole: str, own: OwnPlace) -> frozenset[str]:
    """What follows the own name in the text, a year left out (外贸补贴 in 永兴县2022年度外贸补贴项目)."""
    found: set[str] = set()
    for match in re.finditer(
        rf"{re.escape(own.name)}(?:20\d{{2}}年度?)?([一-龥]{{{_FOLLOWS}}})", whole
    ):
        found.add(match[1])
    short = short_name(own.name)
    if len(short) > 1 and short != own.name:
        for match in re.finditer(
            rf"{re.escape(short)}(?:20\d{{2}}年度?)?([一-龥]{{{_FOLLOWS}}})", whole
        ):
            found.add(match[1])
    return frozenset(found)


def other_levels(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge 市商务局 in a county's report that else says 县商务局, and 区财政 where the unit is a county."""
    own = own_place(subject)
    if own is None or own.level not in {"县", "区", "市"}:
        return
    whole = squeeze("".join(p.text for p in subject.passages))
    some = re.compile(f"[市县区](?:{'|'.join(_ORGANS)})")
    for passage in subject.passages:
        text = passage.text
        if not some.search(text):
            continue
        for organ in _ORGANS:
            for match in re.finditer(rf"(?P<level>[市县区])(?={organ})", text):
                level = match["level"]
                before = text[max(0, match.start() - 6) : match.start()]
                if level == own.level or not _bare(before, level):
                    continue
                usual = whole.count(f"{own.level}{organ}") + whole.count(
                    f"{own.level}级{organ.removeprefix('级')}"
                )
                strange = len(re.findall(rf"(?<![一-龥]{{2}}){level}{organ}", whole))
                sibling = {own.level, level} == {"县", "区"}
                duty = re.search(r"职责|职能|本部门|我局", text[match.end() : match.end() + 60])
                if usual < (1 if sibling else 3) or strange > usual or not (sibling or duty):
                    continue
                cited = Cited(passage, (match.start(), match.end() + len(organ)))
                yield Judged(
                    False, (cited_spot(cited),), (), "", {"label": passage.label, "own": own.name},
                    expected=f"{own.level}{organ}", actual=cited.text,
                )  # fmt: skip


def _bare(before: str, level: str) -> bool:
    """Whether a level word has no name of a place before it (与市商务局, 其中区财政)."""
    words = re.split(r"[，。；、：（）()“”《》\s]", before)[-1]
    if level == "区" and words.endswith(
        ("地", "社", "园", "片", "景", "城", "山", "辖", "新", "开发", "校", "市", "各", "县")
    ):
        return False
    if words.endswith(("省", "各", "州", "县", "全", "区", "两")):
        return False
    return not words or words.endswith(
        (
            "与",
            "由",
            "和",
            "及",
            "对",
            "向",
            "经",
            "在",
            "从",
            "将",
            "其中",
            "为",
            "根据",
            "报",
            "按",
            "是",
            "据",
            "被",
            "本",
            "了",
        )
    )


RULES = (
    DocumentRule(
        code="F614",
        name="没有误留的外地地名",
        level=Level.WARNING,
        judge=strange_places,
        what="报告标题（没有的，看单位名称、署名、发文字号）写明的地方之外、又不是它的上级的省、市、州名，如果后面的文字正是别处跟在本地名称后面的文字（“张家界2022年外贸补贴项目”与“永兴县2022年度外贸补贴项目”），多半是套用他处报告时留下的。句首只此一处、与本地名称差一个字的，项目名称以外县区开头的，引用文件标题的省名与文号的省份简称不同的，提示核对。学习考察、并列、比较的提法不检查。",
        why="第三方机构套用别县的报告，留下别县的名字，整份报告都会被怀疑。",
        mend="改为本地名称；确实说的是外地的，写明关系。",
        source="同一名称前后一致；GB/T 2260 行政区划名称",
        sentences={
            "": "{label}出现“{actual}”，而本报告说的是{own}",
            "near": "{label}写“{actual}”，与本报告的“{own}”只差一个字，全文只此一处，请核对",
            "project": "{label}的项目名称写“{actual}”，而本报告说的是{own}",
            "province": "{label}引用的文件标题写“{actual}”，文号的“{word}”是{expected}的简称",
        },
        example=DocumentExample(
            wrong="永兴县2022年度外贸补贴项目评价报告\n永兴县2022年度外贸补贴项目已经完成。\n本次张家界2022年外贸补贴项目等级为良。",
            right="永兴县2022年度外贸补贴项目评价报告\n永兴县2022年度外贸补贴项目已经完成。\n本次永兴县2022年外贸补贴项目等级为良。",
        ),
    ),
    DocumentRule(
        code="F615",
        name="机关的级别与本地一致",
        level=Level.WARNING,
        judge=other_levels,
        what="县的报告里没有带地名的“区财政预算资金”、说职责时写的“市商务局”，而别处都写“县”的，提示核对。",
        why="级别写错，责任主体就错了。",
        mend="改为本级，或写明是哪一个上级机关。",
        source="同一名称前后一致",
        sentences={"": "{label}写“{actual}”，{own}的报告中别处写的是“{expected}”一级"},
        example=DocumentExample(
            wrong="永兴县项目评价报告\n县财政预算资金已经到位。\n项目资金共500万元，其中区财政预算资金260万元。",
            right="永兴县项目评价报告\n县财政预算资金已经到位。\n项目资金共500万元，其中县财政预算资金260万元。",
        ),
    ),
)
