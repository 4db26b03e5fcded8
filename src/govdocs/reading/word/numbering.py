"""Automatic numbers as they are printed: numPr counted through the document."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from govdocs.reading.word.names import value, w, whole

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "ideographTraditional",
    }
)
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iter(w("abstractNum")):
            levels = {
                whole(level.get(w("ilvl"))): _level(level) for level in abstract.iter(w("lvl"))
            }
            self._levels[str(abstract.get(w("abstractNumId")))] = levels
        for number in root.iter(w("num")):
            own = str(number.get(w("numId")))
            self._abstract[own] = value(number.find(w("abstractNumId")))
            for override in number.iter(w("lvlOverride")):
                start = override.find(w("startOverride"))
                if start is not None:
                    self._starts[own, whole(override.get(w("ilvl")))] = whole(value(start), 1)

    def next(self, number_id: str, depth: int) -> str:
        """Count one paragraph and return what stands before it; empty for bullets and no list."""
        abstract = self._abstract.get(number_id, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if number_id == "0" or level is None:
            return ""
        counts = self._counts[abstract]
        override = self._starts.get((number_id, depth))
        if override is not None and (number_id, depth) not in self._restarted:
            self._restarted.add((number_id, depth))
            counts[depth] = override
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level.format in {"bullet", "none"}:
            return ""

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = levels.get(at)
            if shown is None:
                return ""
            return number_text(counts.get(at, shown.start), shown.format)

        return _PLACE.sub(printed, level.text)


def _level(level: etree._Element) -> _Level:
    return _Level(
        value(level.find(w("numFmt")), "decimal"),
        value(level.find(w("lvlText"))),
        whole(value(level.find(w("start"))), 1),
    )


def number_text(number: int, style: str) -> str:
    """Write a number as a numbering format prints it; decimal where the format is unknown."""
    if style in _CHINESE:
        return _chinese(number, _DIGITS, "十百千")
    if style.startswith("chineseLegal") or style == "ideographLegalTraditional":
        return _chinese(number, _LEGAL, "拾佰仟")
    if style in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"} and 0 < number <= 20:
        return _CIRCLED[number - 1]
    if style in {"lowerLetter", "upperLetter"} and 0 < number <= 26:
        return chr((97 if style == "lowerLetter" else 65) + number - 1)
    if style in {"lowerRoman", "upperRoman"} and 0 < number < 40:
        roman = (
            "x" * (number // 10)
            + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]
        )
        return roman if style == "lowerRoman" else roman.upper()
    if style == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _chinese(number: int, digits: str, scales: str) -> str:
    if not 0 < number < 10_000:
        return str(number)
    text, zero = "", False
    for place, figure in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if figure == "0":
            zero = True
            continue
        if zero and text:
            text += digits[0] if digits[0] == "零" else "零"
        zero = False
        text += digits[int(figure)] + (scales[place - 1] if place else "")
    return text[1:] if text.startswith("一十") else text
