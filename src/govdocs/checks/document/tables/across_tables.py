"""F605, F610: the same rows in two tables, their figures and their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.scores.indicator_tree import Statement
from govdocs.checks.document.scores.score_book import Scored, ScoreTable, plain_name
from govdocs.checks.document.spots import cell_held, cell_spot, name_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import plain
from govdocs.checks.document.tables.concepts import Concept, concept_of, the_column
from govdocs.checks.document.tables.forms.form_totals import form_totals
from govdocs.checks.document.tables.rows.row_tree import heading_of
from govdocs.checks.document.tables.same_cells import same_cells
from govdocs.finding import Level, Spot
from govdocs.model.quantity import Quantity
from govdocs.place import Path
from govdocs.reading.tables import Region, Row, RowKind
from govdocs.reading.tables.figures import figure_in, is_exact

LEAST_ROWS = 3
MOST_ROWS = 400
"""Longer lists are not aligned by name: the work grows with the square."""
ALIKE = 0.6
"""So alike are two names of one row, one of them mistyped or shortened."""
_COMPARED = (Concept.WEIGHT, Concept.SCORE, Concept.TARGET, Concept.BUDGET, Concept.SPENT)


def scores_across(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the weight and score of every indicator that two tables state or add up to."""
    for indicator in subject.indicators.values():
        for what, statements in (("权重", indicator.weights), ("得分", indicator.scores)):
            yield from _statements(indicator.name, what, statements)


def _statements(name: str, what: str, statements: list[Statement]) -> Iterator[Judged]:
    stated = [s for s in statements if not s.added]
    added = [s for s in statements if s.added]
    if len(statements) < 2 or not stated:
        return
    held = tuple((s.spot.path, None) for s in stated)
    first = stated[0]
    others = [
        s
        for s in [*stated, *added]
        # within one table a sum is told by the rule on columns, unless the name states the points
        if not (s.added and s.table is first.table and not first.in_name)
    ]
    other = next((s for s in others if s.number != first.number), None)
    if other is None:
        if len(others) > 1:
            yield Judged(True, (), held)
        return
    yield Judged(
        False, (other.spot, first.spot), held, "score",
        {"name": name, "what": what, "one": first.table.region.table.name,
         "other": other.table.region.table.name, "how": "各行相加" if other.added else ""},
        expected=plain(first.number), actual=plain(other.number),
    )  # fmt: skip


def rows_across(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge rows of equal name under equal heads in two tables that agree for the most part."""
    yield from scores_across(subject)
    yield from same_cells(subject)
    yield from form_totals(subject)
    facts = [f for region in subject.regions if (f := _facts(region)) is not None]
    counted: set[tuple[Path, int, int]] = set()
    for at, first in enumerate(facts):
        for second in facts[at + 1 :]:
            if len(first.rows.keys() & second.rows.keys()) < LEAST_ROWS:
                continue
            for one, other in _equal_columns(first, second):
                yield from _columns(first, one, second, other, counted)


@dataclass(frozen=True, slots=True, eq=False)
class _Facts:
    """The rows of a region with a name of their own, and the exact figures of its columns by name."""

    region: Region
    rows: dict[str, Row]
    columns: dict[int, dict[str, Quantity]]
    heads: dict[str, list[int]]
    targets: int | None


def _facts(region: Region) -> _Facts | None:
    found: dict[str, Row] = {}
    twice: set[str] = set()
    for row in region.rows:
        if row.kind is RowKind.ITEM and len(row.label) > 1:
            name = plain_name(row.label)[0]
            if name in found:
                twice.add(name)
            found.setdefault(name, row)
    rows = {name: row for name, row in found.items() if name not in twice}
    if len(rows) < LEAST_ROWS:
        return None
    columns: dict[int, dict[str, Quantity]] = {}
    heads: dict[str, list[int]] = {}
    targets = the_column(region, Concept.TARGET)
    for column in region.columns:
        concept = concept_of(column)
        if concept in {Concept.WEIGHT, Concept.SCORE}:
            continue  # told by scores_across
        if column.index != targets and column.index not in region.numeric:
            continue
        columns[column.index] = {
            name: figure
            for name, row in rows.items()
            if (figure := region.figure(row.index, column.index)) is not None and is_exact(figure)
        }
        if concept is not Concept.TARGET and len(column.name) > 1:
            heads.setdefault(column.name, []).append(column.index)
    return _Facts(region, rows, columns, heads, targets)


def _equal_columns(first: _Facts, second: _Facts) -> Iterator[tuple[int, int]]:
    if first.targets is not None and second.targets is not None:
        yield first.targets, second.targets
    for name, columns in first.heads.items():
        same = second.heads.get(name, [])
        if len(columns) == len(same) == 1:
            yield columns[0], same[0]


def _columns(
    first: _Facts, one: int, second: _Facts, other: int, counted: set[tuple[Path, int, int]]
) -> Iterator[Judged]:
    """Most rows agree: the tables state the same facts, and those that differ are slips."""
    mine, theirs = first.columns[one], second.columns[other]
    equal: list[str] = []
    apart: list[str] = []
    shared = mine.keys() & theirs.keys()
    most_apart = len(shared) // 4
    for name in shared:
        a, b = mine[name], theirs[name]
        if a.unit is b.unit or a.kind == b.kind:
            (equal if _same(a, b) else apart).append(name)
            if len(apart) > most_apart:
                return  # the rows left cannot make up for those apart
    if len(equal) < LEAST_ROWS or len(equal) < 3 * len(apart):
        return
    for facts, column in ((first, one), (second, other)):
        key = (facts.region.table.path, facts.region.head.start, column)
        if key not in counted:  # told once as checked, however many tables agree with it
            counted.add(key)
            cells = [facts.region.cell(facts.rows[n].index, column) for n in equal]
            yield Judged(True, (), cell_held(*cells))
    for name in sorted(apart, key=lambda n: first.rows[n].index):
        spots = (
            cell_spot(second.region, second.rows[name], other),
            cell_spot(first.region, first.rows[name], one),
        )
        details = {
            "name": name, "what": first.region.columns[one].last,
            "one": first.region.table.name, "other": second.region.table.name,
        }  # fmt: skip
        yield Judged(
            False, spots, (), "value", details, expected=mine[name].text, actual=theirs[name].text
        )


def _same(a: Quantity, b: Quantity) -> bool:
    if a.unit is b.unit or a.unit == b.unit:
        return a.number == b.number or (a.decimals != b.decimals and a.interval.meets(b.interval))
    return a.base_interval.meets(b.base_interval)


def names_across(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge the names of rows: twice in one table, and renamed between two tables of the same rows."""
    regions = [r for r in subject.regions if len(r.rows) >= LEAST_ROWS]
    for region in regions:
        yield from _twice(region)
    lists = [
        (r, c, rows) for r in regions for c in _levels(r) if len(rows := _list(r, c)) >= LEAST_ROWS
    ]
    for at, (first, column, mine) in enumerate(lists):
        for second, other_column, theirs in lists[at + 1 :]:
            if first.table is not second.table:
                yield from _lists(first, column, mine, second, other_column, theirs)
    for at, one in enumerate(subject.score_tables):
        for other in subject.score_tables[at + 1 :]:
            yield from _parents(one, other)


def _twice(region: Region) -> Iterator[Judged]:
    """A leaf name that stands twice in a list of indicators, firms or units."""
    seen: dict[tuple[str | int, ...], Row] = {}
    if not region.numeric or not region.names:
        return
    column = region.names[-1]
    for row in region.rows:
        cell = region.cell(row.index, column)
        if (
            row.kind is not RowKind.ITEM
            or cell is None
            or cell.row != row.index
            or len(cell.plain) < 4
        ):
            continue
        if figure_in(cell.text) is not None:
            continue
        parents = tuple(
            c.plain for i in region.names[:-1] if (c := region.cell(row.index, i)) is not None
        )
        key = (
            (cell.plain,)
            if len(region.names) > 1 and "指标" in region.columns[column].name
            else (*parents, cell.plain)
        )
        others = tuple(
            c.plain
            for i in range(len(region.columns))
            if i not in region.names
            and (c := region.cell(row.index, i)) is not None
            and i not in region.numeric
        )
        over = heading_of(region, row)
        first = seen.setdefault(
            (*key, over, *([] if "指标" in region.columns[column].name else others)), row
        )
        if first is not row:
            yield Judged(
                False, (name_spot(region, row), name_spot(region, first)), (), "twice",
                {"table": region.table.name, "name": cell.plain, "row": str(row.index + 1), "first": str(first.index + 1)},
                actual=cell.plain, level=Level.WARNING,
            )  # fmt: skip


def _parents(first: ScoreTable, second: ScoreTable) -> Iterator[Judged]:
    """Two tables put the same indicators under parents of two names."""
    if first.region.table is second.region.table:
        return
    mine, theirs = _children(first), _children(second)
    for (level, name), below in mine.items():
        if any(known == name for _, known in theirs):
            continue
        for (other_level, other_name), others in theirs.items():
            shared = below.keys() & others.keys()
            if level != other_level or any(known == other_name for _, known in mine):
                continue
            if len(shared) < 2 or len(shared) < 0.6 * max(len(below), len(others)):
                continue
            one, other = next(iter(below.values())), next(iter(others.values()))
            spots = (name_spot(second.region, other.row), name_spot(first.region, one.row))
            tables = {"one": first.region.table.name, "other": second.region.table.name}
            yield Judged(
                False, spots, (), "parent", {**tables, "children": "、".join(sorted(shared)[:3])},
                expected=name, actual=other_name, level=Level.WARNING,
            )  # fmt: skip


def _children(table: ScoreTable) -> dict[tuple[int, str], dict[str, Scored]]:
    """The leaves of a score table by the level and name of the parent right above them."""
    levels = {entry.name: entry.level for entry in table.entries}
    found: dict[tuple[int, str], dict[str, Scored]] = {}
    for entry in table.entries:
        if entry.score_column is not None and entry.parents:
            parent = entry.parents[-1]
            found.setdefault((levels.get(parent, 0), parent), {})[entry.name] = entry
    return found


def _levels(region: Region) -> list[int]:
    return [c for c in region.names if "指标" in region.columns[c].name] or list(region.names[-1:])


def _list(region: Region, column: int) -> list[tuple[str, Row]]:
    found = []
    for row in region.rows:
        cell = region.cell(row.index, column)
        if (
            row.kind is RowKind.ITEM
            and cell is not None
            and cell.row == row.index
            and cell.plain
            and figure_in(cell.text) is None
        ):
            found.append((plain_name(cell.text)[0], row))
    return found


def _lists(
    first: Region,
    one: int,
    a: list[tuple[str, Row]],
    second: Region,
    other: int,
    b: list[tuple[str, Row]],
) -> Iterator[Judged]:
    """Two lists of the same rows by order, of which one name differs."""
    if max(len(a), len(b)) > MOST_ROWS:
        return
    names_a, names_b = [name for name, _ in a], [name for name, _ in b]
    if names_a == names_b:
        return
    shared = set(names_a) & set(names_b)
    if len(shared) < 0.5 * min(len(a), len(b)) or len(shared) < 2:
        return
    matcher = SequenceMatcher(None, names_a, names_b, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "replace" or i2 - i1 != j2 - j1:
            continue
        for (name_a, row_a), (name_b, row_b) in zip(a[i1:i2], b[j1:j2], strict=True):
            if name_a in names_b or name_b in names_a:
                continue
            alike = SequenceMatcher(None, name_a, name_b, autojunk=False).ratio()
            if alike < ALIKE:
                continue
            label_a, label_b = first.cell(row_a.index, one), second.cell(row_b.index, other)
            assert label_a is not None
            assert label_b is not None
            yield Judged(
                False,
                (Spot(label_b.path, f"{second.table.name}第{row_b.index + 1}行", label_b.text.strip(), place=label_b.place),
                 Spot(label_a.path, f"{first.table.name}第{row_a.index + 1}行", label_a.text.strip(), place=label_a.place)),
                (), "renamed", {"one": first.table.name, "other": second.table.name},
                expected=name_a, actual=name_b,
            )  # fmt: skip


RULES = (
    DocumentRule(
        code="F605",
        name="两表同一行的数一致",
        level=Level.ERROR,
        judge=rows_across,
        what="各评分表中同名指标的权重、得分一致（上级指标没有单列的，按其下各行相加）；两个表有至少三行同名同列且相等的，其余同名行的数也应相等；同名的一行在两表中有一列相等、另一列只差一个数字（或两列相等、一列不等）的，也应一致；目标表的“资金总额”与文中写明、资金分配表合计的数只差一个数字的，也应一致；单位元与万元换算后比较，年度不同的列不比。",
        why="汇总表、分项表、附件里的同一个数只改了一处，是评价报告里最常见的矛盾。",
        mend="核实后统一各表；口径或年度不同的，在表头写明。",
        source="同一事实前后一致",
        sentences={
            "score": "“{name}”{what}：{one}是{expected}，{other}{how}是{actual}",
            "value": "“{name}”{what}：{one}是{expected}，{other}是{actual}",
        },
        example=DocumentExample(
            wrong="|一级指标|二级指标|权重|得分|\n|过程|资金管理|15|15|\n|过程|组织实施|10|6|\n附表\n|二级指标|三级指标|权重|得分|\n|资金管理|到位率|5|5|\n|^|执行率|10|8|",
            right="|一级指标|二级指标|权重|得分|\n|过程|资金管理|15|13|\n|过程|组织实施|10|6|\n附表\n|二级指标|三级指标|权重|得分|\n|资金管理|到位率|5|5|\n|^|执行率|10|8|",
        ),
    ),
    DocumentRule(
        code="F610",
        name="行名不重复、两表行名一致",
        level=Level.ERROR,
        judge=names_across,
        what="同一张表里指标（企业、单位）的名称不重复；两张表列同样的行，只有个别名称不同而用字相近的，名称应一致。",
        why="复制上一行忘了改名，或申报表与自评表各写各的，读者不知道说的是不是同一项。",
        mend="改用同一名称；确为两项的，名称写明区别。",
        source="同一名称前后一致",
        sentences={
            "twice": "{table}第{row}行与第{first}行名称都是“{name}”",
            "parent": "{children}等：{one}归入“{expected}”，{other}归入“{actual}”",
            "renamed": "{one}写“{expected}”，{other}同一行写“{actual}”",
        },
        example=DocumentExample(
            wrong="|三级指标|权重|得分|\n|发放及时率|3|3|\n|标准合规性|3|3|\n|标准合规性|4|4|",
            right="|三级指标|权重|得分|\n|发放及时率|3|3|\n|标准明确性|3|3|\n|标准合规性|4|4|",
        ),
    ),
)
