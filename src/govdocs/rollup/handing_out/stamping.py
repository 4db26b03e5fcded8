"""One unit's copy of the form: its own words put in place of the marks, the rest left as written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from govdocs.rollup.definition import FormDefinition
from govdocs.rollup.handing_out.form_book import form_book, mark, with_empty_results
from govdocs.rollup.signature import seal
from govdocs.rollup.units import Unit

_STRINGS = "xl/sharedStrings.xml"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TIME = (2000, 1, 1, 0, 0, 0)


class FormPress:
    """Makes forms of one definition: the workbook is laid out once, each unit costs a re-pack."""

    def __init__(self, definition: FormDefinition) -> None:
        self._definition = definition
        with zipfile.ZipFile(io.BytesIO(form_book(definition))) as archive:
            self._members = [(info.filename, archive.read(info)) for info in archive.infolist()]
        self._members = [
            (
                name,
                with_empty_results(data.decode("utf-8")).encode("utf-8")
                if name.startswith("xl/worksheets/sheet")
                else data,
            )
            for name, data in self._members
        ]
        texts = dict(self._members)
        self._strings = texts[_STRINGS].decode("utf-8")

    def form_for(self, unit: Unit, top: str) -> bytes:
        """Return the form of ``unit``; the same arguments give the same bytes."""
        strings = self._strings
        for word, text in self._words(unit, top):
            strings = strings.replace(mark(word), _xml(text))
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._members:
                content = strings.encode("utf-8") if name == _STRINGS else data
                archive.writestr(zipfile.ZipInfo(name, _TIME), content, zipfile.ZIP_DEFLATED)
        return file.getvalue()

    def _words(self, unit: Unit, top: str) -> Iterator[tuple[str, str]]:
        own = own_targets(self._definition, unit)
        for indicator in self._definition.indicators:
            yield f"target:{indicator.number}", own.get(indicator.number, indicator.target)
        parent = unit.parent or ""
        yield "unit", unit.name
        yield "level", unit.level
        yield "parent", parent
        yield "top", top
        yield "seal", seal(unit.name, unit.level, parent, top, own, self._definition.version)
        yield "target_lines", "\n".join(f"{number}={text}" for number, text in own.items())


def own_targets(definition: FormDefinition, unit: Unit) -> dict[int, str]:
    """Return the unit's own targets by indicator number, where the list has some."""
    from govdocs.rollup.naming import folded

    return {
        i.number: unit.targets[folded(i.name)]
        for i in definition.indicators
        if folded(i.name) in unit.targets
    }


def _xml(text: str) -> str:
    return escape(_CONTROL.sub("", text))
