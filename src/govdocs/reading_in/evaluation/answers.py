"""Questions of a questionnaire with how many gave each answer: from sentences, or from tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from govdocs.evaluation.printed import percent, trimmed
from govdocs.place import Place
from govdocs.reading import Block, Paragraph, Table
from govdocs.reading_in.evaluation.heads import head_of
from govdocs.reading_in.evaluation.scales import SCALES
from govdocs.reading_in.placed import Placed, PlacedTree

_QUESTION = re.compile(r"(?:第?\d{1,2}题?[.．、:：]|（\d{1,2}）)\s*(?P<text>.{3,120}?)")
_SAID = re.compile(
    r"(?:本题收到有效答卷(?P<base>\d{1,9})份(?:，可以选择多项，共选(?P<ticks>\d{1,9})项次)?|(?P<open>本题可以选择多项))。(?P<answers>.+?)。(?:占比为选择该项的份数占本题有效答卷的比例（见.+）。)?"
)
_FREE = re.compile(
    r"本题为意见建议题，(?:由调查对象自行填写|有(?P<answered>\d{1,9})份填写了意见)，(?:内容)?不作统计。"
)
_ANSWER = re.compile(
    r"(?P<text>[^；;。]{1,40}?)[：:]?(?P<count>\d{1,9})\s*(?:份|人|户|家|票)(?:，?占(?:比)?(?:为)?(?P<share>\d+(?:\.\d+)?)[%％])?"
)
_NOT = re.compile(r"(?:没有|没|未|不|否|无)")
_OPEN = re.compile(r"(?:有何|有什么|有哪些|还有|其他)[一-龥]{0,6}(?:意见|建议)")
_ROWS = {
    "number": r"序号|题号",
    "question": r"(?:调查)?(?:题目|问题|内容|项目)(?:名称)?",
    "option": r"选项|答案|评价|选项内容",
    "count": r"(?:选择)?(?:份数|人数|票数|户数|数量|频数)|选择(?:份数|人数)|小计",
    "share": r"(?:占比|比例|百分比|比重)",
}  # fmt: skip


Answer: TypeAlias = tuple[str, int, Place | None]


@dataclass(slots=True)
class Asked:
    """One question: its answers as (text, count, place); ``rate`` is the satisfaction printed for it.

    ``answered`` is the number of forms that a paper states for it, ``shares`` what it prints
    behind each answer; ``free`` asks for words instead of ticks; ``implied`` is a number of forms that follows.
    """

    text: Placed
    options: list[Answer]
    name: Placed | None = None
    counts: bool = False
    decides: bool = False
    asked_after: str = ""
    rate: Placed | None = None
    places: list[Place | None] = field(default_factory=list)
    multiple: bool = False
    free: bool = False
    answered: Placed | None = None
    shares: list[str] = field(default_factory=list)
    stated: Placed | None = None
    implied: bool = False

    @property
    def base(self) -> int:
        """How many answered; -1 where a question of several ticks does not say."""
        if self.multiple or self.free:
            return int(self.answered.text) if self.answered is not None else -1
        return sum(count for _, count, _ in self.options)

    def goes_on(self) -> int:
        """How many answered otherwise than 没有…, 未…, 不…; -1 where none did."""
        on = [count for text, count, _ in self.options if not _NOT.match(text)]
        return -1 if len(on) == len(self.options) else sum(on)

    def tree(self, decimals: int = 2) -> PlacedTree:
        """The question as the case holds it."""
        made: dict[str, PlacedTree] = {"text": self.text}
        if self.name is not None:
            made["name"] = self.name
        options: list[PlacedTree] = []
        for at, (text, count, place) in enumerate(self.options):
            option: dict[str, PlacedTree] = {
                "text": Placed(text, place),
                "count": Placed(str(count), place),
            }
            if self.decides and _NOT.match(text):
                option["goes_on"] = Placed("否", None, "由后面各题的份数推得")
            if at < len(self.shares) and self.shares[at] not in {"", self._share(count, decimals)}:
                option["share"] = Placed(self.shares[at], place)
            options.append(option)
        if options:
            made["options"] = options
        if self.multiple:
            made["multiple"] = Placed("是")
        if self.answered is not None and not self.implied:
            made["answered"] = self.answered
        if self.asked_after:
            made["asked_after"] = Placed(self.asked_after, None, "由本题的份数推得")
        if self.stated is not None:
            made["stated"] = self.stated
        if self.counts:
            made["counts"] = Placed("是")
        elif self.free or _OPEN.search(self.text.text):
            made["open"] = Placed("是")
        return made

    def _share(self, count: int, decimals: int) -> str:
        """The share of an answer as the annex prints it where it follows from the counts."""
        rate = percent(Decimal(count), Decimal(max(self.base, 0)), decimals)
        return "" if rate is None else f"{trimmed(rate.number)}%"


def answers_of(blocks: Sequence[Block]) -> list[Asked]:
    """Questions whose answers follow in one paragraph: 非常满意23份，占92%；……"""
    asked: list[Asked] = []
    for at, block in enumerate(blocks[:-1]):
        after = blocks[at + 1]
        if not isinstance(block, Paragraph) or not isinstance(after, Paragraph):
            continue
        question = _QUESTION.fullmatch(block.full.strip())
        found = None if question is None else _said(after.full.strip(), after.place)
        if question is not None and found is not None:
            told = question["text"]
            found.text = Placed(
                told.removesuffix("（可多选）") if found.multiple else told, block.place
            )
            found.places += [block.place, after.place]
            asked.append(found)
    return asked


def _said(text: str, place: Place) -> Asked | None:
    """What stands beneath a question; None where it is something else."""
    free = _FREE.fullmatch(text)
    if free is not None:
        number = Placed(free["answered"], place) if free["answered"] else None
        return Asked(Placed(""), [], free=True, answered=number)
    said = _SAID.fullmatch(text)
    body = said["answers"] if said is not None else text.rstrip("。")
    found = [_ANSWER.fullmatch(part.strip()) for part in re.split(r"[；;]", body)]
    if not found or not all(found) or not (said or all(m and m["share"] for m in found)):
        return None
    options: list[Answer] = [(m["text"], int(m["count"]), place) for m in found if m is not None]
    shares = [f"{m['share']}%" if m["share"] else "" for m in found if m is not None]
    whole = sum(count for _, count, _ in options)
    if said is None or not (said["ticks"] or said["open"]):
        same = said is None or whole == int(said["base"])
        return Asked(Placed(""), options, shares=shares) if same else None
    number = Placed(said["base"], place) if said["base"] else None
    return Asked(Placed(""), options, multiple=True, answered=number, shares=shares)


def tabled_questions(blocks: Sequence[Block]) -> list[Asked]:
    """Questions of a table: a row an answer, or a column an answer."""
    asked: list[Asked] = []
    for block in blocks:
        if isinstance(block, Table):
            asked += _by_rows(block) or _by_columns(block)
    return asked


def _by_rows(table: Table) -> list[Asked]:
    head = head_of(table, _ROWS, (frozenset({"question", "option", "count"}),))
    if head is None:
        return []
    asked: dict[int, Asked] = {}
    last = -1
    for at in range(head.first, len(table.rows)):
        cells = {k: c for k, column in head.columns.items() if (c := table.at(at, column))}
        question, option, count = (cells.get(k) for k in ("question", "option", "count"))
        if question is not None and question.plain:
            last = id(question)
            heads = [c.place for c in table.cells() if c.row < head.first]
            asked.setdefault(
                last, Asked(Placed(question.plain, question.place), [], places=[*heads])
            )
        number = re.fullmatch(r"(\d{1,9})[份人户家票]?", count.plain) if count is not None else None
        if option is None or number is None or last not in asked or not option.plain:
            continue
        asked[last].options.append((option.plain, int(number[1]), option.place))
        asked[last].places += [cell.place for cell in cells.values()]
    return [question for question in asked.values() if question.options]


def _by_columns(table: Table) -> list[Asked]:
    words = {word for scale in SCALES for word, _ in scale}
    for at in range(min(3, len(table.rows))):
        columns = {
            cell.column: cell.plain
            for cell in table.rows[at]
            if cell is not None and cell.plain in words
        }
        if len(columns) < 2:
            continue
        asked: list[Asked] = []
        for row in range(at + 1, len(table.rows)):
            first = next(
                (c for c in table.rows[row] if c and c.plain and not c.plain.isdigit()), None
            )
            counts = {w: c for column, w in columns.items() if (c := table.at(row, column))}
            if first is None or first.column in columns or not counts:
                continue
            if not all(re.fullmatch(r"\d{1,9}[份人户家票]?|", c.plain) for c in counts.values()):
                continue
            options: list[Answer] = [
                (word, int(re.sub(r"\D", "", cell.plain) or 0), cell.place)
                for word, cell in counts.items() if cell.plain
            ]  # fmt: skip
            places: list[Place | None] = [
                c.place for near in (at, row) for c in table.rows[near] if c is not None
            ]
            if options and "合计" not in first.plain:
                asked.append(Asked(Placed(first.plain, first.place), options, places=places))
        return asked
    return []
