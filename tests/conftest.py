"""What the tests share: where the data is, and when page tests may be skipped."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip page tests where LibreOffice is missing, with the reason; never where pages are required."""
    if shutil.which("soffice") or os.environ.get("GOVDOCS_PAGES_REQUIRED"):
        return
    reason = pytest.mark.skip(reason="LibreOffice (soffice) 未安装，无法渲染真实页面")
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def hunan_file() -> Path:
    """The case that the project ships."""
    return ROOT / "data" / "2017-hunan.yaml"
