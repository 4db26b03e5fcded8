"""The report as its template prints it: numbered blocks in order, and the contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from govdocs.errors import Problem, TemplateError
from govdocs.place import Path, dotted
from govdocs.tags.evaluation.report_tables import tables_by_name
from govdocs.tags.letter_view import section_number
from govdocs.tags.values import Node, Record, Rows, Value

IN_CONTENTS = 2
"""Headings of the first two levels stand in the contents."""


class ReportView:
    """Blocks of the report in the order of the paper.

    ``body`` holds records with ``kind`` (heading, run_in, text, payments, scores, analysis),
    ``level``, ``number``, ``heading``, ``text``, ``ref``, ``title``, ``rows``; ``contents`` those
    headings that the contents list.
    """

    def __init__(self, done: Mapping[str, Node]) -> None:
        self.done = done
        self.tables = tables_by_name(done)
        self.blocks: list[Record] = []
        self.problems: list[Problem] = []
        for path_name in ("opening",):
            for text in _rows(done[path_name]):
                self._text(text, 0)
        for at, section in enumerate(_rows(done["sections"]), 1):
            self._section(section, 1, at)
        if self.problems:
            raise TemplateError(self.problems)

    def record(self) -> Record:
        """The view as a record of templates."""
        contents = [
            block
            for block in self.blocks
            if block["kind"] == "heading" and int(str(block["level"])) <= IN_CONTENTS
        ]
        fields: dict[str, Node] = {
            "body": Rows(list(self.blocks), ("sections",)),
            "contents": Rows(list(contents), ("sections",)),
            "scores": self.tables["scores"],
        }
        return Record(fields, ("sections",))

    def _section(self, section: Node, level: int, at: int, block: str = "") -> None:
        """Print a section; ``block`` is the 一级指标 whose table stands around it."""
        assert isinstance(section, Record)
        texts = list(_rows(section["paragraphs"]))
        heading = self._heading(section, block)
        number = section_number(level, at)
        if section["run_in"] and texts:
            self._add(
                "run_in", section.path, level, number=number, heading=heading, text=texts.pop(0)
            )
        else:
            self._add("heading", (*section.path, "heading"), level, number=number, heading=heading)
        for text in texts:
            self._text(text, level)
        if section["table"]:
            self._table(section["table"], level)
        for text in _rows(section["after"]):
            self._text(text, level)
        below = self._listed(section)
        for child, node in enumerate([*below, *_rows(section["sections"])], 1):
            if "lists" in _record(node):
                self._section(node, level + 1, child, str(section["table"]) or block)
            else:
                self._item(_record(node), level + 1, child)

    def _heading(self, section: Record, block: str) -> Value:
        heading = section["heading"]
        assert isinstance(heading, Value)
        group = section["group"]
        if not group:
            return heading
        groups = self.done["groups"]
        assert isinstance(groups, Rows)
        rows = [_record(row) for row in groups]
        alike = [row for row in rows if row["name"] == group]
        own = alike[0] if len(alike) == 1 else self._below(block, alike)
        if own is None and alike:
            places = "、".join(
                f"“{self._block_of(row)}”之下（{dotted(row.path)}）" for row in alike
            )
            details = {"given": str(group), "places": places}
            self.problems.append(
                Problem("evaluation.ambiguous_group", details=details, path=group.path)
            )
            return heading
        if own is None:
            self._unknown("evaluation.unknown_group", group, groups)
            return heading
        said = f"{heading}　权重分{own['weight']}分，得分{own['score']}分"
        return Value(said, heading.path)

    def _below(self, block: str, groups: Sequence[Record]) -> Record | None:
        """The one of ``groups`` under the 一级指标 called ``block``; None where there is none or several."""
        own = [group for group in groups if self._block_of(group) == block]
        return own[0] if len(own) == 1 else None

    def _block_of(self, group: Record) -> str:
        blocks = _rows(self.done["blocks"])
        return next(str(row["name"]) for row in map(_record, blocks) if row.path == group.path[:2])

    def _listed(self, section: Record) -> list[Node]:
        wanted = str(section["lists"])
        names = {"存在的问题": "problems", "有关建议": "recommendations"}
        return list(_rows(self.done[names[wanted]])) if wanted in names else []

    def _item(self, item: Record, level: int, at: int) -> None:
        heading = item["heading"]
        assert isinstance(heading, Value)
        number = section_number(level, at)
        self._add("heading", heading.path, level, number=number, heading=heading)
        for text in _rows(item["paragraphs"]):
            self._text(text, level)

    def _text(self, text: Node, level: int) -> None:
        assert isinstance(text, Value)
        self._add("text", text.path, level, text=text)

    def _table(self, name: Node, level: int) -> None:
        assert isinstance(name, Value)
        tables = self.done["tables"]
        assert isinstance(tables, Rows)
        titled, rows = tables.named(name.text), self.tables.get(name.text)
        if not isinstance(titled, Record) or rows is None:
            self._unknown("evaluation.unknown_table", name, tables)
            return
        kind = name.text if name.text in {"payments", "scores"} else "analysis"
        self._add(kind, name.path, level, ref=titled["ref"], title=titled["title"], rows=rows)

    def _unknown(self, code: str, name: Node, known: Rows) -> None:
        assert isinstance(name, Value)
        details = {"given": name.text, "known": "、".join(known.names())}
        self.problems.append(Problem(code, details=details, path=name.path))

    def _add(self, kind: str, path: Path, level: int, **more: Node | str) -> None:
        fields: dict[str, Node] = {
            "kind": Value(kind, path),
            "level": Value(str(level), path, Decimal(level)),
            "rows": Rows([], path),
        }
        for name in ("number", "heading", "text", "ref", "title"):
            fields[name] = Value("", path)
        fields |= {n: Value(v, path) if isinstance(v, str) else v for n, v in more.items()}
        self.blocks.append(Record(fields, path))


def _rows(node: Node) -> Rows:
    assert isinstance(node, Rows)
    return node


def _record(node: Node) -> Record:
    assert isinstance(node, Record)
    return node
