"""Every problem of opening, tags and Word files has its sentence, and every sentence can be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govdocs
from govdocs.reporting.sentences import docx, opening, tags

CATALOGUES = {"docx": docx.SENTENCES, "opening": opening.SENTENCES, "tags": tags.SENTENCES}
ROOMS = ("opening", "tags", "rendering/docx")


def codes_in_use() -> set[str]:
    found = set()
    for room in ROOMS:
        for file in sorted((Path(govdocs.__file__).parent / room).rglob("*.py")):
            found |= set(
                re.findall(r'"((?:docx|opening|tags)\.[a-z_.]+)"', file.read_text("utf-8"))
            )
    return found


@pytest.mark.parametrize("code", sorted(codes_in_use()))
def test_every_code_has_its_sentence(code):
    assert code in CATALOGUES[code.partition(".")[0]]


@pytest.mark.parametrize("code", [code for catalogue in CATALOGUES.values() for code in catalogue])
def test_every_sentence_is_whole(code):
    said = CATALOGUES[code.partition(".")[0]][code]
    for text in (said.what, said.why, said.next):
        names = re.findall(r"(?<!\{)\{(\w+)\}(?!\})", text.replace("{{", "«").replace("}}", "»"))
        spoken = text.format(**dict.fromkeys(names, "甲"))
        assert spoken.endswith("。")
        assert "甲甲" not in spoken
