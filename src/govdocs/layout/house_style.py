"""House rules: what an office accepts beside the letter of the standard, from a small data file."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from govdocs.errors import InputError, Problem
from govdocs.gongwen.measure import Measure
from govdocs.place import FilePlace

FILE = "house-style.toml"
_HALF_UNIT = 0.25
_CODE = re.compile(r"^L\d{3}$")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Accepted faces by family (the first is the one that mending sets) and pitches in points.

    ``sizes`` are accepted points by the name of an element beside those of the standard, ``lengths``
    millimetres of the page in place of the standard's, ``off`` the codes of rules that are not asked.
    """

    fonts: Mapping[str, tuple[str, ...]]
    least_pitch: float
    most_pitch: float
    set_pitch: float
    black_up_to: int
    sizes: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    lengths: Mapping[str, float] = field(default_factory=dict)
    centred_numbers: bool = False
    off: frozenset[str] = frozenset()

    def accepts(self, family: str, face: str) -> bool:
        """Tell whether ``face`` counts as ``family`` (仿宋, 楷体, 黑体, 小标宋, 宋体)."""
        return _folded(face) in {_folded(known) for known in self.fonts[family]}

    def accepts_size(self, element: str, size: float) -> bool:
        """Tell whether the office accepts ``size`` in points for an element beside the standard's."""
        name = element.partition("（")[0].strip("“”")
        return any(abs(size - known) < _HALF_UNIT for known in self.sizes.get(name, ()))

    def measure(self, measure: Measure, name: str) -> Measure:
        """Return a measure of the page with the office's own value where it has one."""
        own = self.lengths.get(name)
        return measure if own is None else replace(measure, value=own)

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
            {
                element: tuple(float(size) for size in sizes)
                for element, sizes in {**base["sizes"], **given.get("sizes", {})}.items()
            },
            _lengths({**base["page"], **given.get("page", {})}, base["page"]),
            _switch({**base["page_number"], **given.get("page_number", {})}["centred"]),
            _codes({**base["rules"], **given.get("rules", {})}["off"]),
        )
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as error:
        details = {"reason": str(error)}
        raise InputError([Problem("layout.house_style", FilePlace(name), details)]) from None


def _lengths(given: Mapping[str, object], known: Mapping[str, object]) -> dict[str, float]:
    """Keep the lengths that differ from the standard's; a name that nothing asks for is a slip."""
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise ValueError(f"[page] 中没有“{'、'.join(unknown)}”这一项")
    values = {name: float(str(value)) for name, value in given.items()}
    return {name: value for name, value in values.items() if value != known[name]}


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("centred 应为 true 或 false")
    return value


def _codes(values: object) -> frozenset[str]:
    codes = [str(value).strip().upper() for value in values] if isinstance(values, list) else [""]
    wrong = [code for code in codes if not _CODE.match(code)]
    if wrong:
        raise ValueError('off 应写成规则编号的列表，如 ["L234"]')
    return frozenset(codes)


@cache
def _folded(face: str) -> str:
    return unicodedata.normalize("NFKC", face).strip().lstrip("@").casefold()
