"""A letter that LibreOffice has saved anew is judged as before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from govdocs.layout import check_layout, fix_layout
from tests.gongwen.filings import VARIANTS
from tests.layout.letters import LETTER, REPORT, changed, written

pytestmark = pytest.mark.libreoffice

FILES = {
    "通知": written(LETTER),
    "请示": written(REPORT),
    "spoilt": written(
        LETTER, changed("mark", colour=""), changed("text1", first=0), changed("h1", font="仿宋")
    ),
}


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("resaved")
    files = {**FILES, "filing": VARIANTS["hunan"]()}
    files["mended"] = fix_layout(files["spoilt"])[0]
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    program = shutil.which("soffice")
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    command = [program, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    sources = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, str(out), *sources], check=True, timeout=180, capture_output=True)
    return {name: Path(out / f"{name}.docx").read_bytes() for name in files}


@pytest.mark.parametrize("name", ["通知", "请示", "filing", "mended"])
def test_a_correct_letter_stays_correct(name: str, resaved: dict[str, bytes]) -> None:
    assert [(f.code, f.actual) for f in check_layout(resaved[name]).findings] == []


def test_a_spoilt_letter_shows_the_same_slips(resaved: dict[str, bytes]) -> None:
    found = {f.code for f in check_layout(resaved["spoilt"]).findings}
    assert found == {"L121", "L171", "L172"}
