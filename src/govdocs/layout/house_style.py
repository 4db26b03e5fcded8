"""House rules: what an office accepts beside the letter of the standard, from a small data file."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace

FILE = "house-style.toml"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Accepted faces by family (the first is the one that mending sets) and pitches in points."""

    fonts: Mapping[str, tuple[str, ...]]
    least_pitch: float
    most_pitch: float
    set_pitch: float
    black_up_to: int

    def accepts(self, family: str, face: str) -> bool:
        """Tell whether ``face`` counts as ``family`` (仿宋, 楷体, 黑体, 小标宋, 宋体)."""
        return _folded(face) in {_folded(known) for known in self.fonts[family]}

    def face(self, family: str) -> str:
        """Return the face to set for a family."""
        return self.fonts[family][0]


@cache
def usual_style() -> HouseStyle:
    """Return the settings that the package carries."""
    return read_house_style((files("govdocs.layout") / FILE).read_text("utf-8"), FILE)


def read_house_style(text: str, name: str) -> HouseStyle:
    """Read settings; what ``text`` leaves out is as the package has it.

    Raises InputError ``layout.house_style`` (details: reason).
    """
    own = (files("govdocs.layout") / FILE).read_text("utf-8")
    try:
        base, given = tomllib.loads(own), tomllib.loads(text)
        fonts = {**base["fonts"], **given.get("fonts", {})}
        pitch = {**base["line_pitch"], **given.get("line_pitch", {})}
        return HouseStyle(
            {
                family: tuple(str(face) for face in faces)
                for family, faces in fonts.items()
                if faces
            },
            float(pitch["least"]),
            float(pitch["most"]),
            float(pitch["set"]),
            int({**base["colour"], **given.get("colour", {})}["black_up_to"]),
        )
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as error:
        details = {"reason": str(error)}
        raise InputError([Problem("layout.house_style", FilePlace(name), details)]) from None


@cache
def _folded(face: str) -> str:
    return unicodedata.normalize("NFKC", face).strip().lstrip("@").casefold()
