"""The rooms point one way: what a room must not know, it does not import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "govdocs"

MAY_IMPORT: dict[str, set[str]] = {
    "place": set(),
    "errors": {"place"},
    "finding": {"place"},
    "model": {"place"},
    "forms": {"model", "errors", "place"},
    "gongwen": set(),
    "evaluation": {"model", "forms", "place"},
    "tags": {"model", "forms", "evaluation", "errors", "place"},
    "opening": {"errors", "place"},
    "writing": {"errors", "place"},
    "intake": {"model", "forms", "opening", "writing", "errors", "place"},
    "prose": {"model", "tags", "place"},
    "rendering": {"tags", "model", "forms", "gongwen", "opening", "writing", "errors", "place"},
    "checks": {
        "model",
        "forms",
        "evaluation",
        "tags",
        "prose",
        "reading",
        "finding",
        "errors",
        "place",
    },
    "reading": {"model", "forms", "prose", "opening", "intake", "finding", "errors", "place"},
    "reading_in": {
        "reading",
        "prose",
        "tags",
        "evaluation",
        "model",
        "forms",
        "intake",
        "errors",
        "place",
    },
    "layout": {"gongwen", "opening", "finding", "errors", "place"},
    "rollup": {"model", "forms", "intake", "opening", "writing", "finding", "errors", "place"},
}
"""``reporting``, ``filing`` and ``cli`` stand on top and may know the rooms below them."""


def room_of(module: Path) -> str:
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "govdocs" and len(parts) > 1:
                yield parts[1], node.lineno


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_rooms_below_it(room: str) -> None:
    wrong = [
        f"{module.relative_to(SOURCE)}:{line} imports {other}"
        for module in SOURCE.rglob("*.py")
        if room_of(module) == room
        for other, line in imported_rooms(module)
        if other != room and other not in MAY_IMPORT[room]
    ]
    assert wrong == []


def test_every_room_has_its_place_in_the_layers() -> None:
    on_top = {"reporting", "filing", "comparing", "cli", "__init__", "__main__"}
    rooms = {room_of(module) for module in SOURCE.rglob("*.py")}
    assert rooms - on_top == rooms & set(MAY_IMPORT)


def test_nothing_is_called_utils_helpers_common_or_manager() -> None:
    vague = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if any(word in path.stem for word in ("util", "helper", "common", "manager"))
    ]
    assert vague == []


def test_no_file_imports_itself_in_a_circle() -> None:
    files = {
        ".".join(module.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): module
        for module in SOURCE.rglob("*.py")
    }
    needs: dict[str, set[str]] = {name: set() for name in files}
    for name, module in files.items():
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module in files:
                for alias in node.names:
                    submodule = f"{node.module}.{alias.name}"
                    needs[name].add(submodule if submodule in files else node.module)
    circles = []
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circles = error.args[1]
    assert circles == []


PROSE_MAY_IMPORT: dict[str, set[str]] = {
    "words": set(),
    "facts": {"words"},
    "counts": {"words"},
    "wording": {"words"},
    "products": {"words"},
    "sums": {"words", "facts"},
    "rates": {"words", "facts"},
    "reckoning": {"words"},
    "lone": {"words"},
}
"""Each family of statements stands on the words; what a fact is called is known to sums and rates."""


@pytest.mark.parametrize("room", sorted(PROSE_MAY_IMPORT))
def test_a_family_of_statements_knows_the_words_and_no_other_family(room: str) -> None:
    rooms = set(PROSE_MAY_IMPORT)
    found = {
        (module.name, parts[2])
        for module in (SOURCE / "prose" / room).rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for parts in [node.module.split(".")]
        if parts[:2] == ["govdocs", "prose"] and len(parts) > 2 and parts[2] in rooms
    }
    assert {item for item in found if item[1] not in PROSE_MAY_IMPORT[room] | {room}} == set()
