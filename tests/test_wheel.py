"""The wheel builds the filing in an environment that holds nothing else, templates included."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.xdist_group("wheel")
def test_the_wheel_builds_the_hunan_filing_in_an_empty_environment(
    root: Path, hunan_file: Path, tmp_path: Path
) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", root, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("govdocs-*.whl")
    home = tmp_path / "empty"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    case = tmp_path / "2017-hunan.yaml"
    case.write_bytes(hunan_file.read_bytes())
    said = run(scripts / "govdocs", "build", case, "-o", tmp_path / "out", cwd=tmp_path)
    assert "报告.docx" in said
    assert (tmp_path / "out" / "2017-hunan" / "报告.docx").stat().st_size > 10_000
