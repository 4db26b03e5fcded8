"""Fills a compiled Excel template from a case."""

from __future__ import annotations

import html
from dataclasses import dataclass
from decimal import localcontext

from jinja2 import Template
from jinja2.exceptions import TemplateError as JinjaError

from govdocs.errors import Problem, TemplateError
from govdocs.opening import RawMember
from govdocs.place import CellPlace
from govdocs.rendering.xlsx.addresses import LAST_ROW
from govdocs.rendering.xlsx.diagnosis import diagnose
from govdocs.rendering.xlsx.filled_sheet import lay_out
from govdocs.rendering.xlsx.filled_workbook import FilledWorkbook
from govdocs.rendering.xlsx.formulas.calculation import PRECISION
from govdocs.rendering.xlsx.gate import Promise, check_filled
from govdocs.rendering.xlsx.gone import Gone
from govdocs.rendering.xlsx.packing import deflate, pack
from govdocs.rendering.xlsx.plan import FillingPlan
from govdocs.rendering.xlsx.sink import SINK, Sink, Unprintable
from govdocs.tags.budget import render_budget
from govdocs.tags.values import Record, Value

_LARGE = 1_000_000
_FORBIDDEN_IN_NAMES = frozenset("[]:*?/\\")


@dataclass(frozen=True, slots=True)
class FilledXlsx:
    """A filled workbook: the file's bytes, and every value that a tag printed, in order.

    ``cut`` are the rows (sheet as it is called in the file, number) whose text needs more height
    than Excel gives a row: the end of it does not show.
    """

    data: bytes
    printed: tuple[Value, ...]
    cut: tuple[tuple[str, int], ...] = ()


def fill(compiled: FillingPlan, context: Record) -> FilledXlsx:
    """Fill a template; TemplateError with every problem of the run, each at its template cell."""
    try:
        with render_budget():
            sinks = [_run(sheet.program, context) for sheet in compiled.sheets]
            texts = _run(compiled.texts, context)
    except (JinjaError, Unprintable, TypeError, TemplateError):
        # The quick program stops at the first error; this one goes on and says where each is.
        raise diagnose(compiled, context) from None
    filled = FilledWorkbook(
        compiled.name,
        {
            sheet.name: lay_out(sheet.name, sheet.rows, sink)
            for sheet, sink in zip(compiled.sheets, sinks, strict=True)
        },
        {sheet.name: sheet.merges for sheet in compiled.sheets},
        _names(compiled, texts),
        compiled.defined,
        [str(text) for text in texts.values],
        compiled.book.begin(),
        compiled.from_1904,
    )
    _check(compiled, filled)
    try:
        with localcontext(PRECISION):
            members = _members(compiled, filled)
    except Unprintable:
        raise diagnose(compiled, context) from None
    if filled.problems:
        raise TemplateError(_distinct(filled.problems))
    data = pack(members)
    printed = tuple(value for sink in (*sinks, texts) for value in sink.printed)
    check_filled(data, _promise(compiled, filled, printed))
    cut = tuple((filled.names[sheet], row) for sheet, row in filled.cut)
    return FilledXlsx(data, printed, cut)


def _promise(compiled: FillingPlan, filled: FilledWorkbook, printed: tuple[Value, ...]) -> Promise:
    rows: dict[str, tuple[str, list[int], int]] = {}
    for sheet in compiled.sheets:
        laid_out = filled.sheets[sheet.name].filled_rows()
        formulas = sum(len(row.template.formulas) for row in laid_out)
        rows[sheet.member] = filled.names[sheet.name], [row.number for row in laid_out], formulas
    unchanged = dict(compiled.members)
    if filled.book.changed:
        unchanged.pop(compiled.styles_member)
    styles = len(filled.book.styles) + len(filled.book.variants)
    return Promise(
        compiled.name, rows, unchanged, compiled.workbook, styles, compiled.strings, printed
    )


def _run(program: Template, context: Record) -> Sink:
    sink = Sink()
    held = program.new_context({**context, SINK: sink}, shared=True)
    for _ in program.root_render_func(held):
        pass
    return sink


def _members(compiled: FillingPlan, filled: FilledWorkbook) -> list[RawMember]:
    members: dict[str, RawMember] = dict(compiled.members)
    for name, pieces in compiled.pieces.items():
        try:
            content = pieces.write(filled).encode()
        except Gone:
            sheet = compiled.sheets[0].name
            filled.problems.append(
                Problem("xlsx.part_without_rows", CellPlace(compiled.name, sheet), {"member": name})
            )
            continue
        # Large sheets take zlib's fastest level: three times as fast, a tenth larger.
        members[name] = deflate(name, content, 1 if len(content) > _LARGE else 6)
    if filled.book.changed:
        members[compiled.styles_member] = deflate(compiled.styles_member, filled.book.serialized())
    return [members[name] for name in compiled.order if name in members]


def _names(compiled: FillingPlan, texts: Sink) -> dict[str, str]:
    names = {sheet.name: sheet.name for sheet in compiled.sheets}
    for name, number in compiled.name_texts.items():
        names[name] = html.unescape(str(texts.values[number])).strip()
    return names


def _check(compiled: FillingPlan, filled: FilledWorkbook) -> None:
    seen: set[str] = set()
    for template, name in filled.names.items():
        wrong = (
            not 0 < len(name) <= 31 or set(name) & _FORBIDDEN_IN_NAMES or "\n" in name
            or name.startswith("'") or name.endswith("'") or name.casefold() in seen
        )  # fmt: skip
        if wrong:
            place = CellPlace(compiled.name, template)
            filled.problems.append(Problem("xlsx.sheet_name", place, {"name": name}))
        seen.add(name.casefold())
    for name, sheet in filled.sheets.items():
        if sheet.end > LAST_ROW:
            place = CellPlace(compiled.name, name)
            filled.problems.append(Problem("xlsx.too_many_rows", place, {"rows": str(sheet.end)}))
    if filled.problems:
        raise TemplateError(filled.problems)


def _distinct(problems: list[Problem]) -> list[Problem]:
    """One problem a template cell: ten thousand copies of one formula fail for one reason."""
    found: dict[tuple[str, object], Problem] = {}
    for problem in problems:
        found.setdefault((problem.code, problem.place), problem)
    return list(found.values())
