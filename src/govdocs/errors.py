"""What can go wrong, as data; the Chinese sentence is made in ``reporting.sentences``.

GovdocsError
├── InputError         a case, workbook, unit's form or call that cannot be used   exit code 2
├── TemplateError      a template that cannot be used or filled                     exit code 2
├── OutputError        a target folder or file that cannot be written               exit code 2
├── ToolMissing        an outside program (LibreOffice) that is not there           exit code 2
└── ProgramFault       govdocs broke a promise of its own                           exit code 3
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from govdocs.place import Path, Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code, a place, and the facts that the sentence needs.

    ``code`` is dotted, its first word the room (``intake.unknown_key``, ``docx.leftover_tag``).
    ``details`` are plain strings; a sentence in the catalogue names them in braces.
    ``path`` is the value in the case that it is about, where there is one.
    """

    code: str
    place: Place | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    path: Path | None = None


class GovdocsError(Exception):
    """Any expected failure; carries every problem that was met in the run."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        if not problems:
            raise ValueError("an error needs at least one problem")
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("; ".join(p.code for p in self.problems))


class InputError(GovdocsError):
    """A case, workbook, unit's form or call that cannot be used; nothing was written."""


class TemplateError(GovdocsError):
    """A template that cannot be read, breaks the rules of the tag language, or cannot be filled."""


class OutputError(GovdocsError):
    """A target that cannot be written; what stood there before is untouched."""


class ToolMissing(GovdocsError):
    """An outside program that is needed and not installed."""


class ProgramFault(GovdocsError):
    """The program broke its own promise (the gate refused an output, a rule crashed)."""
