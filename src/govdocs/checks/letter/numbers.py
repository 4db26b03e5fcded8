"""F301–F303: 发文字号, cited document numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.checks.rule import Example, Rule
from govdocs.checks.spots import label_of, spot_at
from govdocs.checks.subject import Subject
from govdocs.checks.texts import printed_texts
from govdocs.finding import Finding, Level, Spot

_RIGHT = re.compile(r"[^\s\d〔〕\[\]（）()【】]+〔(\d{4})〕([1-9]\d*)号")
_LOOSE = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{2,12})\s*(?P<open>[〔\[［（(【{])\s*(?P<year>\d{2,4})\s*年?(?P<close>[〕\]］）)】}])\s*"
    r"(?P<ordinal>第?)\s*(?P<number>\d+)\s*(?P<hao>号?)"
)
_FLAWS = {
    "brackets": "年份应当用六角括号〔〕",
    "year": "年份应当写四位数字",
    "ordinal": "序号前不加“第”",
    "zero": "序号不编虚位（不写成001）",
    "hao": "序号后应当有“号”",
    "form": "应当由机关代字、年份、序号组成，如 湘财外〔2018〕13号",
}


def _flaws(match: re.Match[str] | None) -> list[str]:
    if match is None:
        return ["form"]
    return [
        name
        for name, wrong in (
            ("brackets", match["open"] + match["close"] != "〔〕"),
            ("year", len(match["year"]) != 4),
            ("ordinal", bool(match["ordinal"])),
            ("zero", match["number"].startswith("0")),
            ("hao", not match["hao"]),
        )
        if wrong
    ]


def flaws_told(flaws: list[str]) -> str:
    """Say the flaws of a document number."""
    return "；".join(_FLAWS[flaw] for flaw in flaws)


def cited_numbers_in(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Yield every document number that ``text`` cites, with the flaws of its form, perhaps none.

    The match has the groups ``code``, ``year`` and ``number``.
    """
    for match in _LOOSE.finditer(text):
        if not re.fullmatch(r"(?:19|20)\d\d", match["year"]):
            continue  # 城关镇（12）5号 is an address
        if not match["hao"] and (match["open"] != "〔" or match["number"] == match["year"]):
            continue  # 全省（2017）5 is no document number
        yield match, _flaws(match)


def corrected(match: re.Match[str] | None) -> str:
    """Write a document number as the standard asks; its pattern where the number cannot tell."""
    if match is None or len(match["year"]) != 4:
        return "机关代字〔年份〕序号号"
    return f"{match['code']}〔{match['year']}〕{match['number'].lstrip('0') or '0'}号"


def own_number(subject: Subject) -> Iterator[Finding]:
    """The form of 发文字号, and its year against 成文日期."""
    letter = subject.case.letter
    if letter is None:
        return
    number = letter.document_number
    spot = spot_at(subject.case, "letter", "document_number")
    right = _RIGHT.fullmatch(number)
    if right is None:
        match = _LOOSE.fullmatch(number.strip())
        flaws = _flaws(match) or ["form"]
        yield Finding(
            "F301",
            Level.ERROR,
            (spot,),
            details={"flaws": flaws_told(flaws)},
            expected=corrected(match),
            actual=number,
        )
        return
    year = int(right[1])
    if year != letter.date.year:
        yield Finding(
            "F301",
            Level.ERROR if year > letter.date.year else Level.WARNING,
            (spot, spot_at(subject.case, "letter", "date")),
            variant="year",
            expected=f"〔{letter.date.year}〕",
            actual=number,
        )


def cited_numbers(subject: Subject) -> Iterator[Finding]:
    """Document numbers cited in the prose: their form, and no year after the letter's own."""
    letter = subject.case.letter
    for printed in printed_texts(subject):
        if not printed.is_prose and printed.path[-1] != "title":
            continue
        for match, flaws in cited_numbers_in(printed.text):
            later = letter is not None and int(match["year"]) > letter.date.year
            if not flaws and not later:
                continue
            spot = Spot(
                printed.path, label_of(subject.case, printed.path), match[0].strip(), match.span()
            )
            spots = [spot]
            if letter is not None and later and not flaws:
                spots.append(spot_at(subject.case, "letter", "date"))
            yield Finding(
                "F302",
                Level.WARNING,
                tuple(spots),
                variant="" if flaws else "later",
                details={"flaws": flaws_told(flaws)},
                expected=corrected(match),
                actual=match[0].strip(),
            )


def dates_in_order(subject: Subject) -> Iterator[Finding]:
    """成文日期 is not after 印发日期, and neither lies before the year reported on."""
    case, letter = subject.case, subject.case.letter
    if letter is None:
        return
    date = spot_at(case, "letter", "date")
    if letter.imprint is not None and letter.imprint.printed_on < letter.date:
        printed = spot_at(case, "letter", "imprint", "printed_on")
        yield Finding(
            "F303", Level.ERROR, (date, printed), expected=printed.shown, actual=date.shown
        )
    if letter.date.year < case.year:
        yield Finding(
            "F303",
            Level.WARNING,
            (date, spot_at(case, "year")),
            variant="early",
            expected=f"{case.year}年",
            actual=date.shown,
        )


RULES = (
    Rule(
        code="F301",
        name="发文字号的写法",
        level=Level.ERROR,
        check=own_number,
        what="发文字号由机关代字、年份、发文顺序号组成：年份用六角括号〔〕并写全四位，顺序号不加“第”、不编虚位、后加“号”；年份与成文日期的年份相同。",
        why="字号是公文的身份，写错会影响登记和引用。",
        mend="照给出的写法更正。",
        source="GB/T 9704-2012，7.2.5",
        example=Example(
            wrong='letter: {document_number: "某财外[2018]013号"}',
            right="letter: {document_number: 某财外〔2018〕13号}",
        ),
        sentences={
            "": "发文字号“{actual}”不合规定：{flaws}，应为“{expected}”",
            "year": "发文字号“{actual}”的年份与成文日期的年份（{expected}）不同",
        },
    ),
    Rule(
        code="F302",
        name="引用文号的写法",
        level=Level.WARNING,
        check=cited_numbers,
        what="正文引用的发文字号同样用六角括号、四位年份，不加“第”、不编虚位；年份不晚于本文成文年份。",
        why="引用写错，收文机关查不到依据。",
        mend="照原文件的发文字号更正。",
        source="GB/T 9704-2012，7.2.5；GB/T 15834-2011",
        example=Example(
            wrong='letter: {opening: ["按照《通知》（财预[2018]29号）要求，现将有关情况报告如下："]}',
            right="letter: {opening: [按照《通知》（财预〔2018〕29号）要求，现将有关情况报告如下：]}",
        ),
        sentences={
            "": "引用的文号“{actual}”写法不合规定：{flaws}，应为“{expected}”",
            "later": "引用的文号“{actual}”年份晚于本文成文日期",
        },
    ),
    Rule(
        code="F303",
        name="日期先后",
        level=Level.ERROR,
        check=dates_in_order,
        what="成文日期不晚于印发日期；自评公文的成文日期不早于资金所属年度。",
        why="先印发后成文不合程序。",
        mend="核对签发、送印的日期后更正。",
        source="GB/T 9704-2012，7.3.5.4、7.4.3",
        example=Example(
            wrong="letter: {date: 2018-05-28}",
            right="letter: {date: 2018-05-18}",
        ),
        sentences={
            "": "成文日期{actual}晚于印发日期{expected}",
            "early": "成文日期{actual}早于资金所属年度（{expected}）",
        },
    ),
)
