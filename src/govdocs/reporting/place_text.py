"""A place in words: what a person looks for in the editor, in Excel or in Word."""

from __future__ import annotations

from govdocs.place import CellPlace, FilePlace, LinePlace, Place, WordPlace


def place_text(place: Place | None) -> str:
    """Say where something stands: ``data/a.yaml 第23行第5列``; empty where nothing is known."""
    if place is None:
        return ""
    if isinstance(place, LinePlace):
        return f"{place.file} 第{place.line}行第{place.column}列"
    if isinstance(place, CellPlace):
        cell = f"单元格 {place.cell}" if place.cell else ""
        return f"{place.file} 工作表“{place.sheet}”{cell}"
    if isinstance(place, FilePlace):
        return place.file
    return _in_word(place)


def _in_word(place: WordPlace) -> str:
    words = [place.file, place.part]
    if place.table is not None:
        row = "" if place.row is None else f"第{place.row}行"
        column = "" if place.column is None else f"第{place.column}列"
        words.append(f"表{place.table}{row}{column}")
    elif place.paragraph is not None:
        words.append(f"第{place.paragraph}段")
    if place.excerpt:
        words.append(f"“{place.excerpt}”")
    return " ".join(words)
