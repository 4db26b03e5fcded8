"""Templates compiled once per process, by what they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from govdocs.errors import TemplateError
from govdocs.filing.papers import Paper
from govdocs.filing.template_check import check_template
from govdocs.filing.template_home import TemplateHome
from govdocs.rendering.docx import CompiledDocx, compile_docx
from govdocs.rendering.xlsx import CompiledXlsx, compile_xlsx

_Key = tuple[str, ...]


@dataclass(slots=True)
class Workshop:
    """The compiled templates of one office; each file is read and compiled when first needed."""

    home: TemplateHome
    read: dict[str, bytes] = field(default_factory=dict)
    _sound: set[Path] = field(default_factory=set)
    _docx: dict[_Key, CompiledDocx] = field(default_factory=dict)
    _xlsx: dict[str, CompiledXlsx] = field(default_factory=dict)

    def docx(self, names: tuple[str, ...]) -> CompiledDocx:
        """Return the compiled Word template that joins ``names`` in order."""
        found = self._docx.get(names)
        if found is None:
            parts = [self._bytes(name) for name in names]
            if len(parts) == 1:
                found = compile_docx(parts[0], name=names[0])
            else:
                from govdocs.rendering.assembly import assemble_docx

                found = compile_docx(assemble_docx(parts), name="＋".join(names))
            self._docx[names] = found
        return found

    def xlsx(self, name: str) -> CompiledXlsx:
        """Return the compiled Excel template ``name``."""
        found = self._xlsx.get(name)
        if found is None:
            found = self._xlsx[name] = compile_xlsx(self._bytes(name), name=name)
        return found

    def prove(self, papers: Sequence[Paper]) -> None:
        """Hold the office's own templates against the field list before anything is filled.

        Raises TemplateError with the problems of all of them; the carried ones are proven by
        the tests. A misspelt field in a branch that this case does not take is found here.
        """
        names = {name for paper in papers for name in paper.templates}
        own = [path for name in sorted(names) if (path := self.home.own_file(name)) is not None]
        problems = [
            problem for path in own if path not in self._sound for problem in check_template(path)
        ]
        if problems:
            raise TemplateError(problems)
        self._sound.update(own)

    def used_for(self, papers: Sequence[Paper]) -> dict[str, bytes]:
        """Return the files of the templates that ``papers`` are made of, by name."""
        return {name: self._bytes(name) for paper in papers for name in paper.templates}

    def _bytes(self, name: str) -> bytes:
        if name not in self.read:
            self.read[name] = Path(self.home.find(name)).read_bytes()
        return self.read[name]


_workshops: dict[TemplateHome, Workshop] = {}


def workshop_of(home: TemplateHome) -> Workshop:
    """Return this process's workshop for ``home``."""
    return _workshops.setdefault(home, Workshop(home))
