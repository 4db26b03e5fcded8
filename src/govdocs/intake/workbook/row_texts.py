"""The rows that a case has on a sheet with headings: a text or None for each column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from govdocs.errors import InputError, Problem
from govdocs.intake.shape import GroupShape, fields_of, model_at
from govdocs.intake.workbook.layout import Kind
from govdocs.intake.workbook.marks import EMPTY
from govdocs.intake.workbook.outline_reader import inner_list
from govdocs.intake.workbook.plan import Column, Sheet, name_of_rows, sheets
from govdocs.place import Path

Row = list[str | None]


def rows_of(sheet: Sheet, data: Any) -> Iterator[Row]:
    """Yield the rows of a sheet, a leading label or level included.

    InputError where rows of other sheets are to be called by a name that two of them bear.
    """
    if sheet.kind is Kind.FIXED:
        yield from _fixed(sheet, at(data, sheet.path))
    elif sheet.kind is Kind.CHILDREN:
        yield from _children(sheet, data)
    elif sheet.kind is Kind.TREE:
        yield from _tree(sheet, data)
    elif sheet.kind is Kind.LEVELS:
        yield from _levels(sheet, data)
    elif sheet.kind is Kind.OUTLINE:
        yield from _outline(sheet, at(data, sheet.path) or (), 1)
    elif sheet.kind is Kind.LINES:
        yield from ([text] for text in at(data, sheet.path) or ())
    else:
        for item in at(data, sheet.path) or ():
            yield from _lines(item, sheet.columns)


def at(data: Any, path: Path) -> Any:
    """Return what stands at a path, None where something on the way is left out."""
    for step in path:
        if data is None:
            return None
        data = data.get(step) if isinstance(data, dict) else data[step]
    return data


def nothing(group: dict[str, Any]) -> bool:
    """Tell whether a group is there and has nothing in it."""
    return all(value is None for value in group.values())


def _lines(item: Any, columns: Sequence[Column], before: Sequence[str] = ()) -> Iterator[Row]:
    """The row of an item, and one more for each further text of its lists."""
    lists = [at(item, c.path) or [] if c.is_list else [] for c in columns]
    for line in range(max(1, *(len(texts) for texts in lists)) if lists else 1):
        more = [texts[line] if line < len(texts) else None for texts in lists]
        if line == 0:
            own = _texts(item, columns)
            yield [
                *before,
                *(m if c.is_list else o for c, m, o in zip(columns, more, own, strict=True)),
            ]
        else:
            yield [*(None for _ in before), *more]


def _texts(item: Any, columns: Sequence[Column]) -> Row:
    texts: Row = []
    for column in columns:
        around = at(item, column.path[:-1])
        text = None if column.is_list else at(item, column.path)
        bare = len(column.path) > 1 and around is not None and nothing(around)
        first = next(c for c in columns if c.path[:-1] == column.path[:-1]) is column
        texts.append(EMPTY if bare and first else text)
    if nothing(item):
        texts[0] = EMPTY
    return texts


def _fixed(sheet: Sheet, data: Any) -> Iterator[Row]:
    model = model_at(sheet.path, sheet.model)
    for field in fields_of(model).values() if model else ():
        item = (data or {}).get(field.key)
        if item is None or not isinstance(field.shape, GroupShape):
            yield [field.title, *[None] * len(sheet.columns)]
        else:
            yield [field.title, *_texts(item, sheet.columns)]


def _children(sheet: Sheet, data: Any) -> Iterator[Row]:
    owners = list(_named_items(sheet.model, sheet.owner, data))
    tail = sheet.path[len(sheet.owner) :]
    parents = [(names, children) for names, item in owners if (children := at(item, tail))]
    times = Counter(names for names, _ in owners)
    _refuse_equal(
        (names[-1] for names, _ in parents if times[names] > 1),
        sheet.columns[sheet.links - 1].heading,
    )
    for names, children in parents:
        for child in children:
            yield from _lines(child, sheet.own, names)


def _named_items(model: type, rows: Path, data: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The items of a table with the names by which other sheets call them."""
    sheet = next(s for s in sheets(model) if s.rows_path == rows and s.columns)
    key = name_of_rows(rows, model).key
    if sheet.kind is Kind.TREE:
        yield from (((leaf[key],), leaf) for _, leaf in _leaves(sheet, data))
    elif sheet.owner:
        for names, item in _named_items(model, sheet.owner, data):
            for child in at(item, rows[len(sheet.owner) :]) or ():
                yield (*names, child[key]), child
    else:
        yield from (((item[key],), item) for item in at(data, rows) or ())


def _leaves(sheet: Sheet, data: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Each item of a tree's lowest level with the items around it."""

    def below(items: Any, depth: int, around: tuple[Any, ...]) -> Iterator[Any]:
        for item in items or ():
            if depth == len(sheet.levels) - 1:
                yield around, item
            else:
                key = sheet.levels[depth + 1][-1]
                yield from below(item.get(key), depth + 1, (*around, item))

    yield from below(at(data, sheet.levels[0]), 0, ())


def _tree(sheet: Sheet, data: Any) -> Iterator[Row]:
    keys = [name_of_rows(level, sheet.model).key for level in sheet.levels]
    paths: dict[tuple[str, ...], Any] = {}
    for around, leaf in _leaves(sheet, data):
        names = tuple(str(item[key]) for item, key in zip(around, keys, strict=False))
        for depth in range(len(names)):
            same = paths.setdefault(names[: depth + 1], around[depth])
            if same is not around[depth]:
                _refuse_equal([names[depth]], sheet.columns[depth].heading)
        yield from _lines(leaf, sheet.own, names)


def _levels(sheet: Sheet, data: Any) -> Iterator[Row]:
    def below(items: Any, depth: int, names: tuple[str, ...]) -> Iterator[Row]:
        key = name_of_rows(sheet.levels[depth], sheet.model).key
        for item in items or ():
            own = [item.get(column.path[0]) for column in sheet.own]
            here = (*names, item[key])
            if any(text is not None for text in own):
                yield [*here, *[None] * (sheet.links - len(here)), *own]
            if depth + 1 < len(sheet.levels):
                yield from below(item.get(sheet.levels[depth + 1][-1]), depth + 1, here)

    yield from below(at(data, sheet.levels[0]), 0, ())


def _refuse_equal(names: Iterable[str], heading: str) -> None:
    problems = [
        Problem("intake.equal_in_workbook", None, {"name": name, "heading": heading})
        for name in dict.fromkeys(names)
    ]
    if problems:
        raise InputError(problems)


def _outline(sheet: Sheet, items: Any, level: int) -> Iterator[Row]:
    inner = inner_list(sheet)
    for item in items:
        own = [None if c.is_list else item.get(c.field.key) for c in sheet.columns]
        lists = [item.get(c.field.key) or [] if c.is_list else [] for c in sheet.columns]
        for line in range(max(1, *(len(texts) for texts in lists))):
            extra = [texts[line] if line < len(texts) else None for texts in lists]
            yield [
                str(level) if line == 0 else None,
                *(
                    more if more is not None else (mine if line == 0 else None)
                    for mine, more in zip(own, extra, strict=True)
                ),
            ]
        yield from _outline(sheet, item.get(inner) or (), level + 1)
