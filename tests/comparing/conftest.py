"""The Hunan filing, built once, and a way to hold an edited paper against its case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from govdocs.filing.against import HeldDocument, hold_document
from govdocs.filing.build import build_case
from govdocs.filing.case_work import case_work

Hold = Callable[[Path], HeldDocument]


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory, hunan_file: Path) -> Path:
    return build_case(hunan_file, tmp_path_factory.mktemp("papers")).folder


@pytest.fixture
def hold(hunan_file: Path) -> Hold:
    def held(file: Path) -> HeldDocument:
        with case_work(hunan_file) as work:
            return hold_document(work, file)

    return held
