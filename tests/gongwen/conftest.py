"""Every variant and every spoiled copy, drawn once a session in a few runs of LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from govdocs.rendering.preview import convert_to_pdf
from tests.gongwen import fonts
from tests.gongwen.filings import VARIANTS
from tests.gongwen.pages import Pages
from tests.gongwen.probes import PROBES


class Drawn(Mapping[str, Pages]):
    """Pages by the name of their document."""

    def __init__(self, pdfs: Mapping[str, Path]) -> None:
        self._pdfs = pdfs
        self._pages: dict[str, Pages] = {}

    def __getitem__(self, name: str) -> Pages:
        if name not in self._pages:
            self._pages[name] = Pages(self._pdfs[name])
        return self._pages[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pdfs)

    def __len__(self) -> int:
        return len(self._pdfs)


@pytest.fixture(scope="session")
def papers() -> dict[str, bytes]:
    return {name: make() for name, make in VARIANTS.items()}


@pytest.fixture(scope="session")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], Drawn]:
    """Draw many documents at once, with the stand-ins for the official fonts."""
    setting = fonts.environment(tmp_path_factory.mktemp("fonts"))

    def all_of(documents: Mapping[str, bytes]) -> Drawn:
        folder = tmp_path_factory.mktemp("drawn")
        files = {name: folder / f"{at}.docx" for at, name in enumerate(documents)}
        for name, file in files.items():
            file.write_bytes(documents[name])
        pdfs = convert_to_pdf(list(files.values()), folder, environment=setting)
        return Drawn(dict(zip(files, pdfs, strict=True)))

    return all_of


@pytest.fixture(scope="session")
def drawn(papers: dict[str, bytes], draw: Callable[[Mapping[str, bytes]], Drawn]) -> Drawn:
    return draw(papers)


@pytest.fixture(scope="session")
def spoiled(papers: dict[str, bytes], draw: Callable[[Mapping[str, bytes]], Drawn]) -> Drawn:
    return draw({name: probe.spoil(papers[probe.variant]) for name, probe in PROBES.items()})
