"""Small templates and cases for the tests of the Word engine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from govdocs.errors import GovdocsError, Problem
from govdocs.rendering.docx import CompiledDocx, compile_docx
from govdocs.tags.values import Record, Rows, Value

FILE = "模板.docx"
BODY = "word/document.xml"


def case(**fields: Any) -> Record:
    """A case from plain texts, lists and groups; every text becomes a value with its path."""
    return Record({name: _node(child, (name,)) for name, child in fields.items()}, ())


def _node(node: Any, path: tuple[str | int, ...]) -> Any:
    if isinstance(node, Mapping):
        return Record({name: _node(child, (*path, name)) for name, child in node.items()}, path)
    if isinstance(node, list):
        return Rows([_node(child, (*path, at)) for at, child in enumerate(node)], path)
    return node if isinstance(node, Value) else Value(node, path)


def rows(*names: str) -> list[dict[str, str]]:
    return [{"name": name, "sum": str(at)} for at, name in enumerate(names)]


def saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def template(*paragraphs: str, table: Sequence[Sequence[str]] = (), header: str = "") -> bytes:
    """A template of paragraphs, then a table, then a closing paragraph."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, texts in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("完")
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return saved(document)


LOOP = (
    ("名称", "金额"),
    ("{%tr for row in rows %}", ""),
    ("{{ row.name }}", "{{ row.sum }}"),
    ("{%tr endfor %}", ""),
)
MERGING = (
    ("名称", "金额"),
    ("{%tr for row in rows %}", ""),
    ("{{ row.name|merge }}", "{{ row.sum }}"),
    ("{%tr endfor %}", ""),
)


def compiled(*paragraphs: str, **options: Any) -> CompiledDocx:
    return compile_docx(template(*paragraphs, **options), name=FILE)


def member(data: bytes, name: str = BODY) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def changed(data: bytes, change: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name])
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    """The paragraphs of the body, those in cells included, blank ones left out."""
    body = Document(io.BytesIO(data)).element.body
    found = [
        "".join(_letters(node) for node in paragraph.iter()) for paragraph in body.iter(qn("w:p"))
    ]
    return [text for text in found if text]


def _letters(node: etree._Element) -> str:
    if node.tag == qn("w:t"):
        return node.text or ""
    return {qn("w:br"): "\n", qn("w:tab"): "\t"}.get(str(node.tag), "")


def problems(work: Any, *arguments: Any, **options: Any) -> list[Problem]:
    """The problems that a call raises; none if it raises nothing."""
    try:
        work(*arguments, **options)
    except GovdocsError as error:
        return list(error.problems)
    return []


def codes(work: Any, *arguments: Any, **options: Any) -> list[str]:
    return [problem.code for problem in problems(work, *arguments, **options)]
