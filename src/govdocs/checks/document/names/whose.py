"""Whose report a document is: the place that its title, its labels, its signature or its number name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govdocs.checks.document.names.divisions import (
    counties,
    provinces_and_prefectures,
    short_name,
)
from govdocs.checks.document.subject import DocumentSubject
from govdocs.prose.words.folding import squeeze
from govdocs.reading import FinishedDocument, Paragraph, Table

LEVELS = frozenset("县区市州省")
_LABELLED = re.compile(
    r"(?:项目|实施|填报|申报|报告|预算|被评价|主管|部门)?(?:单位|部门)(?:[（(]单位[）)])?(?:名称)?(?:[（(][^（）()]{1,6}[）)])?[：:](?P<name>.{3,40})$"
)
_SIGNER = re.compile(r"[一-龥（）()]{3,30}(?:政府|厅|局|委|委员会|办公室|中心|站|院|校|会)")
_NOT_ITS_OWN = re.compile(r"公司|事务所|研究院|咨询")
"""A report's author that comes from outside: its place says nothing of the report's."""
_DATE = re.compile(
    r"(?:20\d{2}年\d{1,2}月\d{1,2}日|[二][〇○零O0][〇○零O0一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_OWN_NUMBER = re.compile(r"(?P<word>[一-龥]{2,10})〔20\d{2}〕第?\d+号")
PROVINCES = {
    "京": "北京市", "津": "天津市", "冀": "河北省", "晋": "山西省", "蒙": "内蒙古自治区", "辽": "辽宁省", "吉": "吉林省",
    "黑": "黑龙江省", "沪": "上海市", "苏": "江苏省", "浙": "浙江省", "皖": "安徽省", "闽": "福建省", "赣": "江西省",
    "鲁": "山东省", "豫": "河南省", "鄂": "湖北省", "湘": "湖南省", "粤": "广东省", "桂": "广西壮族自治区", "琼": "海南省",
    "渝": "重庆市", "川": "四川省", "黔": "贵州省", "云": "云南省", "藏": "西藏自治区", "陕": "陕西省", "甘": "甘肃省",
    "青": "青海省", "宁": "宁夏回族自治区", "新": "新疆维吾尔自治区",
}  # fmt: skip
_HEAD = 15
_LAST_TABLES, _MOST_SIGNING_ROWS = 3, 4


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """Whose report it is: the name in the title, and what that name lies in."""

    name: str
    level: str
    around: frozenset[str]
    """Full and short names of the divisions that hold it, and its own."""


def own_place(subject: DocumentSubject) -> OwnPlace | None:
    """The place that the title names first and the text names most.

    Where the title names none: the unit that the cover names, the office that signs, the province
    of the document's own number. None where these name none either.
    """
    document = subject.document
    whole = squeeze("".join(p.text for p in subject.body))
    for words in _naming(document, whole):
        names = named_in(words)
        if names:
            name = max(names, key=lambda n: (whole.count(n), -words.find(n)))
            return _with_surroundings(name, whole)
    return None


def _naming(document: FinishedDocument, whole: str) -> Iterator[str]:
    """What may name the place, the surest first."""
    paragraphs = document.paragraphs
    yield squeeze(document.title)
    for paragraph in paragraphs[:_HEAD]:
        labelled = _LABELLED.match(squeeze(paragraph.text))
        if labelled is not None and not _NOT_ITS_OWN.search(labelled["name"]):
            yield labelled["name"]
    yield from _signers(paragraphs)
    for table in document.tables[-_LAST_TABLES:]:
        yield from _signers_in(table)
    yield from _by_number(paragraphs, whole)


def _signers(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """The office right above the date at the end of the letter."""
    for at in range(len(paragraphs) - 1, 0, -1):
        if _DATE.fullmatch(squeeze(paragraphs[at].text)):
            signer = squeeze(paragraphs[at - 1].text)
            if _SIGNER.fullmatch(signer) and not _NOT_ITS_OWN.search(signer):
                yield signer


def _signers_in(table: Table) -> Iterator[str]:
    """The offices of a small table that holds their names and the date, and nothing else to read."""
    if len(table.rows) > _MOST_SIGNING_ROWS:
        return
    words = [squeeze(p.text) for cell in table.cells() for p in cell.paragraphs if p.text.strip()]
    if any(_DATE.fullmatch(text) for text in words):
        signers = [text for text in words if not _DATE.fullmatch(text)]
        if all(_SIGNER.fullmatch(text) for text in signers):
            yield from (text for text in signers if not _NOT_ITS_OWN.search(text))


def _by_number(paragraphs: tuple[Paragraph, ...], whole: str) -> Iterator[str]:
    """湘财 is the province's where the text speaks of it and of 全省 or 我省."""
    for paragraph in paragraphs[:_HEAD]:
        own = _OWN_NUMBER.match(squeeze(paragraph.text))
        province = PROVINCES.get(own["word"][0]) if own else None
        if province and short_name(province) in whole and re.search("全[省区市]|我[省区市]", whole):
            yield province


def _with_surroundings(name: str, whole: str) -> OwnPlace | None:
    level = "省" if name.endswith("自治区") else name[-1]
    around = {name, short_name(name)}
    homes = counties().get(name, ())
    for province, prefecture in homes:
        if len(homes) == 1 or short_name(prefecture or province) in whole:
            around |= {province, prefecture, short_name(province), short_name(prefecture)}
    known = provinces_and_prefectures().get(name)
    if known is not None:
        around |= {known.province, short_name(known.province)}
        if known.name == known.province:  # a province reports on all its prefectures
            around |= {
                d.name for d in provinces_and_prefectures().values() if d.province == known.name
            }
        level = level if level in LEVELS else "市"
    return OwnPlace(name, level, frozenset(a for a in around if a)) if level in LEVELS else None


def named_in(title: str) -> list[str]:
    """The divisions that words name in full, none of them within the name of another."""
    known, towns = provinces_and_prefectures(), counties()
    found = [name for name in known if name in title and name[-1] in "省市州区盟"]
    for start in range(len(title)):
        for end in range(start + 2, min(len(title), start + 12) + 1):
            if title[start:end] in towns:
                found.append(title[start:end])
    # 兴县 within 永兴县 is no name of its own.
    return [name for name in found if not any(name != other and name in other for other in found)]
