"""F631: rows against the rows right under them: codes, typed numbers, 其中, indents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from govdocs.checks.document.judged import Judged
from govdocs.checks.document.rule import DocumentExample, DocumentRule
from govdocs.checks.document.spots import cell_held, cell_spot
from govdocs.checks.document.subject import DocumentSubject
from govdocs.checks.document.tables.columns.additive import (
    Added,
    added,
    adds_up,
    is_whole_list,
    may_be_rounded,
    meets,
    plain,
    plus,
)
from govdocs.checks.document.tables.concepts import POINTS, concept_of
from govdocs.checks.document.tables.forms.sources import is_whole_money
from govdocs.checks.document.tables.rows.row_tree import Branch, Nesting, branches, unmarked
from govdocs.finding import Level
from govdocs.model.quantity import Quantity
from govdocs.prose.words.near_miss import looks_like_slip
from govdocs.reading.tables import Region
from govdocs.reading.tables.figures import is_exact


@dataclass(slots=True)
class _Tried:
    """A branch with the columns in which its rows add up and those in which they do not."""

    branch: Branch
    fitting: dict[int, Added] = field(default_factory=dict)
    broken: dict[int, Added] = field(default_factory=dict)

    @property
    def telling(self) -> int:
        """In how many columns the sum holds and says something: two rows above zero, or one of a code."""
        least = 1 if self.branch.nesting is Nesting.CODE else 2
        sums = {
            tuple(f.number for f in sum_.figures)
            for sum_ in self.fitting.values()
            if sum(f.number != 0 for f in sum_.figures) >= least
        }
        return len(sums)


def nested_rows(subject: DocumentSubject) -> Iterator[Judged]:
    """Judge every row that has rows under it, column by column."""
    for region in subject.regions:
        if is_whole_list(region) and region.names:
            yield from _of_region(region)


def _of_region(region: Region) -> Iterator[Judged]:
    columns = [c for c in region.numeric if adds_up(region, c)]
    tried: list[_Tried] = []
    for branch in branches(region):
        one = _try(region, branch, columns)
        last = tried[-1] if tried else None
        if last is not None and (last.branch.parent, last.branch.nesting) == (
            branch.parent,
            branch.nesting,
        ):
            if one.telling > last.telling and not one.broken.keys() - last.broken.keys():
                tried[-1] = one  # 其中 that ends earlier explains more
            continue
        tried.append(one)
    for one in tried:
        kin = sum(
            o.telling > 0 and not o.broken
            for o in tried
            if o is not one and o.branch.nesting is one.branch.nesting
        )
        yield from _judge(region, one, kin)
    parents = {one.branch.parent for one in tried}
    for branch in unmarked(region, columns):
        if branch.parent not in parents:
            yield from _judge(region, _try(region, branch, columns), 0)


def _try(region: Region, branch: Branch, columns: list[int]) -> _Tried:
    found = _Tried(branch)
    if branch.nesting is Nesting.AMONG and is_whole_money(branch.parent.label):
        return found  # 年度资金总额 of a form: told by the rule on sources
    for column in columns:
        total = _figure(region, branch, column)
        if total is None:
            continue
        sum_ = added(region, branch.children, column)
        if (
            sum_.unreadable
            or not sum_.cells
            or len({f.unit_symbol for f in (total, *sum_.figures)}) > 1
        ):
            continue
        points = concept_of(region.columns[column]) in POINTS
        if meets(total, sum_, points=points):
            found.fitting[column] = sum_
        elif not (sum_.blank and sum_.value < total.number):
            found.broken[column] = sum_
    return found


def _figure(region: Region, branch: Branch, column: int) -> Quantity | None:
    figure = region.figure(branch.parent.index, column)
    cell = region.cell(branch.parent.index, column)
    if figure is None or not is_exact(figure) or cell is None or cell.row != branch.parent.index:
        return None
    return figure


def _judge(region: Region, one: _Tried, kin: int) -> Iterator[Judged]:
    branch = one.branch
    for column, sum_ in one.fitting.items():
        if branch.nesting is not Nesting.AMONG or one.telling:
            cell = region.cell(branch.parent.index, column)
            yield Judged(True, (), cell_held(cell, *sum_.cells))
    for column, sum_ in one.broken.items():
        total = _figure(region, branch, column)
        if total is None or not _is_certain(one, total, sum_, kin):
            continue
        sure = (
            branch.nesting in {Nesting.CODE, Nesting.NUMBER, Nesting.AMONG}
            and one.telling + kin > 0
        )
        spots = (
            cell_spot(region, branch.parent, column),
            *(
                cell_spot(region, r, column)
                for r in branch.children[:30]
                if region.figure(r.index, column)
            ),
        )
        yield Judged(
            False, spots, cell_held(region.cell(branch.parent.index, column), *sum_.cells), "",
            {"table": region.table.name, "row": branch.parent.label,
             "column": region.columns[column].last or "该列", "rows": str(len(branch.children))},
            expected=plain(sum_.value), actual=plain(total.number),
            arithmetic=f"{plus(sum_.figures)}＝{plain(sum_.value)}≠{plain(total.number)}",
            level=Level.NOTE if may_be_rounded(total, sum_) else None if sure else Level.WARNING,
        )  # fmt: skip


def _is_certain(one: _Tried, total: Quantity, sum_: Added, kin: int) -> bool:
    """Other columns of these rows add up, or other rows of this table do, or one digit explains it all."""
    if one.telling and one.telling >= len(one.broken):
        return True
    if kin and one.branch.nesting in {Nesting.CODE, Nesting.NUMBER} and len(one.broken) <= 2:
        return True
    finest = Decimal(1).scaleb(-max(f.decimals for f in (total, *sum_.figures)))
    slip = looks_like_slip(total.number - sum_.value, finest)
    long = len(f"{abs(total.number):f}".replace(".", "").strip("0")) > 2
    return one.branch.closed and slip and long and len(one.broken) == 1 and not sum_.blank


RULES = (
    DocumentRule(
        code="F631",
        name="上级行等于其下各行之和",
        level=Level.ERROR,
        judge=nested_rows,
        what="有编码（205、20502）、序号（一、（一）、1、1.1）、缩进或“其中”的行，上级行的数等于其下各行之和；同一组行在别的列相加正好相等，或同表别的上级行都相加正好相等的，才作为依据；只列出一部分的“其中”不检查。",
        why="改了明细没有改上级行，合计还是平的，复核时不易看出。",
        mend="核对该行与其下各行，更正抄错的一处。",
        source="算术关系；政府收支分类科目类、款、项逐级汇总",
        sentences={
            "": "{table}“{row}”{column}写{actual}，其下{rows}行相加是{expected}：{arithmetic}"
        },
        example=DocumentExample(
            wrong="表1 支出明细表\n|科目编码|科目名称|合计（万元）|基本支出（万元）|项目支出（万元）|\n|205|教育支出|360|240|130|\n|20502|普通教育|300|200|100|\n|20508|进修及培训|50|30|20|\n|20509|教育费附加安排的支出|20|10|10|",
            right="表1 支出明细表\n|科目编码|科目名称|合计（万元）|基本支出（万元）|项目支出（万元）|\n|205|教育支出|370|240|130|\n|20502|普通教育|300|200|100|\n|20508|进修及培训|50|30|20|\n|20509|教育费附加安排的支出|20|10|10|",
        ),
    ),
)
