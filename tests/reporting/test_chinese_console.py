"""What is printed can be shown by a Chinese Windows console, whose code page is GBK."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "govdocs"


def printable_in_gbk(text: str) -> bool:
    # A replacement sign stands for what no console could show; it is searched for, never printed.
    return text.replace("\ufffd", "").encode("gbk", "ignore").decode("gbk") == text.replace(
        "\ufffd", ""
    )


def test_every_letter_that_reporting_prints_is_in_gbk() -> None:
    missing = [
        (module.name, node.lineno)
        for module in [*(SOURCE / "reporting").rglob("*.py"), *(SOURCE / "cli").rglob("*.py")]
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not printable_in_gbk(node.value)
    ]
    assert missing == []
