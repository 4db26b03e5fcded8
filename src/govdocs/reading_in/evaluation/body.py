"""The report's text: headings by their typed numbers, paragraphs, tables, problems, recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from govdocs.reading import Block, Paragraph, Table
from govdocs.reading.captions import caption_of
from govdocs.reading_in.evaluation.said import Said
from govdocs.reading_in.placed import Gathered, Leftover, Placed, PlacedTree
from govdocs.reading_in.sections import heading_at

_OF_GROUP = re.compile(r"(?P<name>.+?)[\s　]+权重分(?P<weight>[\d.]+)分，得分(?P<score>[\d.]+)分")
_LISTS = (
    ("problems", "存在的问题", re.compile(r"(?:存在的?|发现的)?(?:主要)?问题.*")),
    ("recommendations", "有关建议", re.compile(r"(?:有关|相关|改进|意见和?|对策)?(?:的)?(?:建议|意见建议).*")),
)  # fmt: skip


@dataclass(slots=True)
class Section:
    """One heading with what stands beneath it."""

    heading: Placed
    run_in: bool = False
    group: str = ""
    table: Placed | None = None
    paragraphs: list[Placed] = field(default_factory=list)
    after: list[Placed] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    lists: str = ""

    def tree(self) -> PlacedTree:
        """The section as the case holds it."""
        made: dict[str, PlacedTree] = {"heading": self.heading}
        if self.run_in:
            made["run_in"] = Placed("是")
        if self.group:
            made["group"] = Placed(self.group, self.heading.place)
        if self.paragraphs:
            made["paragraphs"] = list(self.paragraphs)
        if self.table is not None:
            made["table"] = self.table
        if self.after:
            made["after"] = list(self.after)
        if self.lists:
            made["lists"] = Placed(self.lists, self.heading.place)
        if self.sections:
            made["sections"] = [section.tree() for section in self.sections]
        return made


@dataclass(slots=True)
class ReportBody:
    """The body while it is read: what was said where, for figures to be looked for."""

    opening: list[Placed] = field(default_factory=list)
    root: Section = field(default_factory=lambda: Section(Placed("")))
    said: list[Said] = field(default_factory=list)
    titles: dict[str, Placed] = field(default_factory=dict)


def read_body(
    blocks: Sequence[Block], names: Mapping[int, str], groups: Iterable[str], gathered: Gathered
) -> ReportBody:
    """Read the blocks between cover and annexes.

    ``names`` tells by a table's id under which name a section prints it; ``groups`` are the
    二级指标, whose headings carry weight and score behind them.
    """
    body = ReportBody()
    known = frozenset("".join(group.split()) for group in groups)
    open_now = [body.root]
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            _table(block, names.get(id(block), ""), open_now[-1], body, gathered)
            continue
        text = block.full.strip()
        gathered.taken.add(block.place)
        made = heading_at(text, [len(section.sections) for section in open_now])
        if not text or (made is None and _is_caption(block, blocks[at + 1 : at + 4])):
            continue
        headings = tuple(section.heading.text for section in open_now[1:])
        if made is not None:
            level, words, rest = made
            del open_now[level:]
            section = _section(words, rest, block, known)
            open_now[-1].sections.append(section)
            open_now.append(section)
            headings = tuple(s.heading.text for s in open_now[1:])
            body.said.append(Said(rest, block.place, headings))
            continue
        here = Placed(text, block.place)
        body.said.append(Said(text, block.place, headings))
        if len(open_now) == 1:
            body.opening.append(here)
        elif open_now[-1].table is not None:
            open_now[-1].after.append(here)
        else:
            open_now[-1].paragraphs.append(here)
    return body


def _section(words: str, rest: str, block: Paragraph, groups: frozenset[str]) -> Section:
    found = _OF_GROUP.fullmatch(words)
    if found is not None and "".join(found["name"].split()) in groups and not rest:
        return Section(Placed(found["name"], block.place), group=found["name"])
    section = Section(Placed(words, block.place), run_in=bool(rest))
    if rest:
        section.paragraphs.append(Placed(rest, block.place))
    return section


def _table(table: Table, name: str, section: Section, body: ReportBody, gathered: Gathered) -> None:
    if not name:
        return
    if section.table is not None or section is body.root or name in body.titles:
        why = "数据已经读入，但案卷在这个标题下印不出这个表"
        gathered.left.append(Leftover(table.title or table.name, table.place, why))
        return
    place = table.caption.place if table.caption is not None else table.place
    section.table = Placed(name, place)
    body.titles[name] = Placed(table.title or name, place)


def _is_caption(block: Paragraph, following: Sequence[Block]) -> bool:
    """Title and unit right above a table are printed with it."""
    for later in following:
        if isinstance(later, Table):
            return caption_of(block.full) is not None
        if later.full.strip() and caption_of(later.full) is None:
            return False
    return False


def settle_body(body: ReportBody, gathered: Gathered) -> None:
    """Put opening, sections, problems, recommendations and the tables' titles into the case."""
    for name, word, pattern in _LISTS:
        rows = _listed(body.root, word, pattern)
        if rows:
            gathered.tree[name] = rows
    if body.opening:
        gathered.tree["opening"] = list(body.opening)
    if body.root.sections:
        gathered.tree["sections"] = [section.tree() for section in body.root.sections]
    if body.titles:
        later = gathered.tree.get("tables", [])
        assert isinstance(later, list)
        titled: list[PlacedTree] = [
            {"name": Placed(name), "title": title} for name, title in body.titles.items()
        ]
        gathered.tree["tables"] = [*titled, *later]


def _listed(section: Section, word: str, pattern: re.Pattern[str]) -> list[PlacedTree]:
    """Make the list of the one section that is nothing but problems, or recommendations."""
    for child in section.sections:
        items = child.sections
        plain = all(
            i.paragraphs and not (i.run_in or i.sections or i.table or i.group) for i in items
        )
        if items and plain and pattern.fullmatch(child.heading.text) and child.table is None:
            child.lists, child.sections = word, []
            return [
                {"heading": item.heading, "paragraphs": list(item.paragraphs)} for item in items
            ]
        found = _listed(child, word, pattern)
        if found:
            return found
    return []
