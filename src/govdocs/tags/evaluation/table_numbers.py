"""Numbers of the report's tables: 表4-1 is the first table of section 四, wherever it is moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.evaluation.report import ReportSection
from govdocs.tags.values import Node, Record, Rows, Value


def tables_in_order(sections: Iterable[ReportSection]) -> Iterator[str]:
    """The names of the tables below ``sections`` as they stand on paper."""
    for section in sections:
        if section.table is not None:
            yield section.table
        yield from tables_in_order(section.sections)


def table_numbers(case: EvaluationCase) -> dict[str, str]:
    """The number of each table by its name; the survey's is 附表1 of annex 2, others that none prints follow."""
    numbers: dict[str, str] = {}
    for at, section in enumerate(case.sections, 1):
        for name in tables_in_order([section]):
            if name not in numbers:
                own = sum(number.startswith(f"表{at}-") for number in numbers.values())
                numbers[name] = f"表{at}-{own + 1}"
    loose = [table.name for table in case.tables if table.name not in numbers]
    loose.sort(key=lambda name: name != "survey")
    return numbers | {name: f"附表{at}" for at, name in enumerate(loose, 1)}


def numbered_tables(case: EvaluationCase, node: Node) -> Rows:
    """The tables with ``ref`` (表4-1), reached by their names."""
    assert isinstance(node, Rows)
    numbers = table_numbers(case)
    rows: list[Node] = []
    for row, table in zip(node, case.tables, strict=True):
        assert isinstance(row, Record)
        ref = Value(numbers[table.name], (*row.path, "name"), derived=True)
        rows.append(Record({**row, "ref": ref}, row.path))
    return Rows(rows, node.path, [table.name for table in case.tables])
