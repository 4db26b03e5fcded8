"""Every problem of the Excel engine has its Chinese sentence, and the sentence has its details."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from govdocs.reporting.sentences.xlsx import SENTENCES

SOURCE = Path(__file__).parents[3] / "src" / "govdocs" / "rendering" / "xlsx"
RAISED = {
    code
    for file in SOURCE.rglob("*.py")
    for code in re.findall(r'"(xlsx\.[a-z_.]+)"', file.read_text(encoding="utf-8"))
} | {"xlsx.rows_printed", "xlsx.value_looped"}


def test_every_code_has_a_sentence_and_no_sentence_is_idle():
    assert set(SENTENCES) == RAISED


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_whole(code):
    sentence = SENTENCES[code]
    for text in (sentence.what, sentence.why, sentence.next):
        assert text and not text.endswith("。")
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert "{" not in text.format(**dict.fromkeys(names, "某")).replace("{{", "").replace(
            "{%", ""
        )
