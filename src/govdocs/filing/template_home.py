"""Where templates are: the office's own folder first, then those that the package carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace

OTHER_FORMATS = {
    "docx": ("doc", "wps", "docm", "dotx", "dot", "wpt", "rtf"),
    "xlsx": ("xls", "et", "xlsm", "xltx", "xlt", "ett"),
}
"""Formats in which an office may have saved its template, by the one that can be filled."""

REPOSITORY = Path(__file__).parents[3]


def carried(kind: str) -> Path:
    """The folder ``templates`` or ``data`` that comes with the program.

    In a checkout it is the folder at the top, edited in place; in an installed package it
    lies inside.
    """
    at_the_top = REPOSITORY / kind
    if (REPOSITORY / "pyproject.toml").is_file() and at_the_top.is_dir():
        return at_the_top
    return Path(str(files("govdocs"))) / "_carried" / kind


@dataclass(frozen=True, slots=True)
class TemplateHome:
    """The folders in which a template is looked for, the office's own before the carried ones."""

    own: tuple[Path, ...] = ()

    @staticmethod
    def of(folders: Sequence[Path]) -> TemplateHome:
        """Use an office's own folders; InputError ``filing.no_template_folder`` if one is missing."""
        missing = [folder for folder in folders if not folder.is_dir()]
        if missing:
            raise InputError(
                [Problem("filing.no_template_folder", FilePlace(str(f))) for f in missing]
            )
        return TemplateHome(tuple(folders))

    def find(self, name: str) -> Path:
        """Return the file of the template ``name`` (letter.docx).

        An own folder may hold its templates directly or in ``docx/`` and ``xlsx/``; what it
        does not hold comes from the carried ones. InputError ``filing.no_template`` if none has
        it, ``filing.template_old_format`` (details: name, wanted) where an own folder holds it in
        a format that cannot be filled: the carried one would be used without a word.
        """
        found = self.own_file(name)
        if found is None:
            self._refuse_old_format(name)
            found = _in(carried("templates"), name)
        if found is not None:
            return found
        looked = "、".join(str(folder) for folder in (*self.own, carried("templates")))
        raise InputError([Problem("filing.no_template", details={"name": name, "looked": looked})])

    def _refuse_old_format(self, name: str) -> None:
        stem, _, kind = name.rpartition(".")
        for folder in self.own:
            for ending in OTHER_FORMATS.get(kind, ()):
                old = _in(folder, f"{stem}.{ending}", kind)
                if old is not None:
                    details = {"name": old.name, "wanted": name}
                    where = FilePlace(str(old))
                    raise InputError([Problem("filing.template_old_format", where, details)])

    def own_file(self, name: str) -> Path | None:
        """Return the office's own file of that name, or None where the carried one is used."""
        return next((file for folder in self.own if (file := _in(folder, name))), None)

    def all(self) -> list[Path]:
        """Every template that would be used, by name, sorted."""
        found: dict[str, Path] = {}
        for folder in (*self.own, carried("templates")):
            for pattern in ("*.docx", "docx/*.docx", "*.xlsx", "xlsx/*.xlsx"):
                for path in sorted(folder.glob(pattern)):
                    if not path.name.startswith(("~$", ".~")):
                        found.setdefault(path.name, path)
        return [found[name] for name in sorted(found)]


def _in(folder: Path, name: str, kind: str = "") -> Path | None:
    kind = kind or name.rpartition(".")[2]
    return next((file for file in (folder / name, folder / kind / name) if file.is_file()), None)
