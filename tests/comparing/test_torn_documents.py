"""Torn documents: cells, rows and runs gone, doubled or moved; the answer is a result or an InputError."""

from __future__ import annotations

import copy
import random
from pathlib import Path

import docx
import pytest

from govdocs.errors import GovdocsError
from govdocs.filing.diff import diff_files
from govdocs.filing.read_in import read_into
from govdocs.filing.update import plan_file_update

ODD = (
    "",
    "{{ x }}",
    "１２",
    "99999999999999%",
    "：",
    "注：",
    "附件1",
    "目标1：",
    "三级指标",
    "长" * 300,
)


def torn(source: Path, out: Path, seed: int) -> Path:
    chance = random.Random(seed)
    document = docx.Document(str(source))
    kinds = ("}p", "}tr", "}tc", "}r", "}t", "}tbl")
    elements = [e for e in document.element.body.iter() if str(e.tag).endswith(kinds)]
    for element in chance.sample(elements, chance.randint(5, 150)):
        around = element.getparent()
        if around is None:
            continue
        what = chance.random()
        if what < 0.4:
            around.remove(element)
        elif what < 0.6 and str(element.tag).endswith("}t"):
            element.text = chance.choice(ODD)
        elif what < 0.8:
            element.addnext(copy.deepcopy(element))
        else:
            around.insert(0, element)
    document.save(str(out))
    return out


@pytest.mark.parametrize("seed", range(4))
def test_a_torn_document_never_breaks_reading_comparing_or_updating(
    seed: int, papers: Path, hunan_file: Path, tmp_path: Path
) -> None:
    file = torn(papers / "报告.docx", tmp_path / "破.docx", seed)
    before = hunan_file.read_bytes()
    for attempt in (
        lambda: read_into([file], tmp_path / "读.yaml", force=True),
        lambda: diff_files(papers / "报告.docx", file),
        lambda: plan_file_update(hunan_file, file),
    ):
        try:
            attempt()
        except GovdocsError as error:
            assert error.problems
    assert hunan_file.read_bytes() == before
