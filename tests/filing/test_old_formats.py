"""A file that only begins like an old Word file is refused, never read as garbage."""

from pathlib import Path

import pytest

from govdocs.cli.entry import main

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_a_compound_file_without_a_document_is_refused_with_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "报告.doc"
    file.write_bytes(COMPOUND + b"\x00junk" * 500)
    assert main(["check", str(file)]) == 2
    told = capsys.readouterr()
    assert "另存为" in told.out + told.err
