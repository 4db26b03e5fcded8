"""The indicator tree of a report from all its tables: annex, analysis, scores, 自评表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher

from govdocs.reading.tables.rows import RowKind
from govdocs.reading_in.evaluation.scored_rows import ScoredRow, ScoredTable
from govdocs.reading_in.placed import Gathered, Leftover, Placed

ALIKE = 0.5
_POINTS = re.compile(r"(?:^|(?<=[。；\n]))计(?P<score>\d+(?:\.\d+)?)分。?\s*$")
_GRADE = re.compile(r"等级[为是：:]?\s*[“\"]?(?P<grade>[一-龥]{1,3})[”\"]?")
_OF_BLOCK = re.compile(r"(?:项目)?(?P<name>[一-龥]{2,6}?)(?:类)?指标(?:评价)?(?:分析|得分|评分)")


@dataclass(slots=True)
class Leaf:
    """One 三级指标 as the papers print it."""

    name: Placed
    cells: dict[str, Placed] = field(default_factory=dict)


@dataclass(slots=True)
class Branch:
    """One 一级指标 with its groups, or one 二级指标 with its leaves; ``cells`` are weight and score."""

    name: Placed
    cells: dict[str, Placed] = field(default_factory=dict)
    groups: list[Branch] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)


@dataclass(slots=True)
class ScoredTree:
    """The tree, its total and grade, and which table prints which 一级指标."""

    blocks: list[Branch] = field(default_factory=list)
    total: dict[str, Placed] = field(default_factory=dict)
    printed_in: dict[int, str] = field(default_factory=dict)
    """Ids of the report's tables: the name under which a section prints each."""

    def leaves(self) -> Iterator[tuple[Branch, Branch, Leaf]]:
        """Every leaf with its block and group."""
        for block in self.blocks:
            for group in block.groups:
                for leaf in group.leaves:
                    yield block, group, leaf


def tree_of(tables: Sequence[ScoredTable], gathered: Gathered) -> ScoredTree:
    """Put all tables together; what two of them say differently is left over or stated apart."""
    tree = ScoredTree()
    trees = sorted((t for t in tables if t.is_tree), key=_rank)
    chosen = trees[0] if trees else None
    for table in trees:
        same_head = chosen is not None and table.head.columns.keys() == chosen.head.columns.keys()
        if chosen is not None and (table is chosen or same_head or table.is_annex):
            _plant(tree, table, gathered)
    for table in tables:
        if table.is_score_table:
            tree.printed_in[id(table.table)] = "scores"
            _sums(tree, table, gathered, planted=chosen is not None)
        elif table.is_analysis:
            _analysis(tree, table, gathered, planted=chosen is not None)
    for table in trees:
        if table.is_self_rating and chosen is not None and not chosen.is_self_rating:
            _self_rating(tree, table, gathered)
    return tree


def _rank(table: ScoredTable) -> int:
    return 0 if table.is_annex else 2 if table.is_self_rating else 1


def _named(branches: list[Branch], name: Placed) -> Branch:
    for branch in branches:
        if plain(branch.name.text) == plain(name.text):
            return branch
    branches.append(Branch(name))
    return branches[-1]


def _plant(tree: ScoredTree, table: ScoredTable, gathered: Gathered) -> None:
    for row in table.rows:
        if row.kind is RowKind.TOTAL:
            _total(tree, row)
            continue
        if row.kind is RowKind.SUBTOTAL or "level1" not in row.cells:
            _subtotal(tree, row)
            continue
        block = _named(tree.blocks, row.cells["level1"])
        group = _named(block.groups, row.cells.get("level2", block.name))
        for branch, level in ((block, "level1"), (group, "level2")):
            if f"{level}_weight" in row.cells:
                branch.cells.setdefault("weight", row.cells[f"{level}_weight"])
        leaf = next(
            (f for f in group.leaves if plain(f.name.text) == plain(row.text("name"))), None
        )
        if leaf is None:
            leaf = Leaf(row.cells["name"])
            group.leaves.append(leaf)
        for key in ("explanation", "weight", "rule", "target", "value", "score", "remark"):
            value = row.cells.get(key)
            if value is not None:
                _put(leaf, key, _bare_remark(value, row) if key == "remark" else value, gathered)


def _put(leaf: Leaf, key: str, value: Placed, gathered: Gathered) -> None:
    known = leaf.cells.get(key)
    if known is None:
        if value.text:
            leaf.cells[key] = value
    elif not _same(known.text, value.text):
        why = f"“{leaf.name.text}”的这一栏与前面读到的“{known.text}”不同"
        gathered.left.append(Leftover(value.text, value.place, why))


def _bare_remark(value: Placed, row: ScoredRow) -> Placed:
    """A remark without the points that annex 1 prints behind it by itself."""
    found = _POINTS.search(value.text)
    if found is None or not _same(found["score"], row.text("score")):
        return value
    return Placed(value.text[: found.start()].strip(), value.place)


def _total(tree: ScoredTree, row: ScoredRow) -> None:
    for key in ("weight", "score"):
        if key in row.cells:
            tree.total.setdefault(key, row.cells[key])
    grade = _GRADE.search(row.text("remark"))
    if grade is not None:
        tree.total.setdefault("grade", Placed(grade["grade"], row.cells["remark"].place))


def _subtotal(tree: ScoredTree, row: ScoredRow) -> None:
    block = next((b for b in tree.blocks if plain(b.name.text) == plain(row.text("level1"))), None)
    for key in ("weight", "score"):
        if block is not None and key in row.cells:
            block.cells.setdefault(key, row.cells[key])


def _sums(tree: ScoredTree, table: ScoredTable, gathered: Gathered, *, planted: bool) -> None:
    """得分情况表: what groups and blocks are worth and got."""
    for row in table.rows:
        if row.kind is RowKind.TOTAL:
            _total(tree, row)
            continue
        level1 = row.cells.get("level1")
        if level1 is None:
            continue
        known = any(plain(b.name.text) == plain(level1.text) for b in tree.blocks)
        if planted and not known:
            _row_left(row, gathered)
            continue
        branch = _named(tree.blocks, level1)
        if row.kind is not RowKind.SUBTOTAL and table.head.has("level2"):
            level2 = row.cells.get("level2")
            if level2 is None or (
                planted and not any(plain(g.name.text) == plain(level2.text) for g in branch.groups)
            ):
                _row_left(row, gathered)
                continue
            branch = _named(branch.groups, level2)
        for key in ("weight", "score"):
            if key in row.cells:
                branch.cells.setdefault(key, row.cells[key])


def _analysis(tree: ScoredTree, table: ScoredTable, gathered: Gathered, *, planted: bool) -> None:
    """The table of one 一级指标: values, and what it prints otherwise than the annex."""
    items = [row for row in table.rows if row.kind is RowKind.ITEM]
    block = _block_of(tree, items, table, planted=planted)
    if block is None:
        for row in table.rows:
            _row_left(row, gathered)
        return
    tree.printed_in[id(table.table)] = block.name.text
    if not planted:
        for row in items:
            group = _named(block.groups, row.cells.get("level2", block.name))
            cells = {k: v for k, v in row.cells.items() if k not in {"level2", "name"}}
            group.leaves.append(Leaf(row.cells["name"], cells))
        return
    for leaf, group, row in _paired(block, items, gathered):
        if "value" in row.cells:
            _put_table(leaf, "value", row.cells["value"])
        if "score" in row.cells:
            _put_table(leaf, "score", row.cells["score"])
        for owner, level in ((leaf, "name"), (group, "level2")):
            own = row.cells.get(level)
            if own is not None and plain(own.text) != plain(owner.name.text):
                owner.cells["table_name"] = own
    for row in table.rows:
        score = row.cells.get("score")
        if row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL} and score is not None:
            block.cells["table_score"] = score
            if "weight" in row.cells:
                block.cells.setdefault("weight", row.cells["weight"])


def _put_table(leaf: Leaf, key: str, value: Placed) -> None:
    known = leaf.cells.get(key)
    if known is None:
        leaf.cells[key] = value
    elif not _same(known.text, value.text):
        leaf.cells[f"table_{key}"] = value


def _block_of(
    tree: ScoredTree, items: Sequence[ScoredRow], table: ScoredTable, *, planted: bool
) -> Branch | None:
    names = {plain(row.text("name")) for row in items}
    found = [
        sum(plain(f.name.text) in names for g in b.groups for f in g.leaves) for b in tree.blocks
    ]
    if planted and found and max(found):
        return tree.blocks[found.index(max(found))]
    if planted:
        return None
    groups = {plain(row.text("level2")) for row in items}
    by_group = [b for b in tree.blocks if groups & {plain(g.name.text) for g in b.groups}]
    if len(by_group) == 1:
        return by_group[0]  # the score table named the groups before
    said = _OF_BLOCK.search(table.table.title)
    if said is None:
        return None
    place = table.table.caption.place if table.table.caption is not None else table.table.place
    return _named(tree.blocks, Placed(said["name"], place))


def _paired(
    block: Branch, items: Sequence[ScoredRow], gathered: Gathered
) -> Iterator[tuple[Leaf, Branch, ScoredRow]]:
    """Leaves and rows by name; a changed name by its place between equal ones."""
    leaves = [(leaf, group) for group in block.groups for leaf in group.leaves]
    matcher = SequenceMatcher(
        None, [plain(f.name.text) for f, _ in leaves], [plain(r.text("name")) for r in items],
        autojunk=False,
    )  # fmt: skip
    for tag, start, stop, begin, end in matcher.get_opcodes():
        old, new = leaves[start:stop], items[begin:end]
        alike = len(old) == len(new) and all(
            _alike(leaf.name.text, row.text("name"))
            for (leaf, _), row in zip(old, new, strict=True)
        )
        if tag == "equal" or alike:
            for (leaf, group), row in zip(old, new, strict=True):
                yield leaf, group, row
        else:
            for row in new:
                _row_left(row, gathered)


def _self_rating(tree: ScoredTree, table: ScoredTable, gathered: Gathered) -> None:
    """The 自评表 beside a whole tree: its values are the report's, or are said to differ."""
    leaves = {plain(leaf.name.text): leaf for _, _, leaf in tree.leaves()}
    for row in table.rows:
        leaf = leaves.get(plain(row.text("name")))
        if leaf is None:
            if row.kind is RowKind.ITEM:
                _row_left(row, gathered)
            continue
        if "value" in row.cells:
            _put(leaf, "value", row.cells["value"], gathered)


def _row_left(row: ScoredRow, gathered: Gathered) -> None:
    text = "｜".join(value.text for value in row.cells.values())
    place = next(iter(row.cells.values())).place
    gathered.left.append(Leftover(text, place, "指标体系中没有这一行"))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, plain(one), plain(other), autojunk=False).ratio() >= ALIKE


def _same(one: str, other: str) -> bool:
    """Two cells say the same: white space, the last full stop and trailing zeros count nothing."""
    a, b = plain(one).rstrip("。"), plain(other).rstrip("。")
    if a == b:
        return True
    number = re.compile(r"\d+(?:\.\d+)?")
    return bool(number.fullmatch(a) and number.fullmatch(b)) and Decimal(a) == Decimal(b)


def plain(text: str) -> str:
    """A name as names are compared: without white space."""
    return "".join(text.split())
