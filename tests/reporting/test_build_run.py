"""What many builds show at the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govdocs.reporting.build_run import show_builds


def test_the_summary_says_in_chinese_that_a_case_was_not_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [tmp_path / name for name in ("甲.yaml", "乙.yaml")]
    for case in cases:
        case.write_text("", "utf-8")
    assert show_builds(cases, tmp_path / "out", [], 1, quiet=True) == 2
    shown = capsys.readouterr().out
    assert shown.count("未完成（1处问题）") == 2
    assert not re.search(r"intake\.|filing\.", shown)
    assert "共 2 个案卷：0 个已写出，2 个未完成。" in shown
