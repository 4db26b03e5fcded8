"""The proposed kinds as comments in a copy of the case file, for a person to confirm one by one."""

from __future__ import annotations

import re
from pathlib import Path

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace, LinePlace
from govdocs.rollup.base_case import load_base
from govdocs.rollup.kinds import propose_kind

_KEY = re.compile(r"^(?P<dash>\s*-\s+)?(?P<indent>\s*)(?P<rest>\S.*)$")


def with_kind_comments(case_file: Path) -> tuple[str, int]:
    """Return the file's text with a comment under each indicator that has no 汇总方式, and how many.

    Taking ``# `` away confirms a proposal. InputError ``rollup.not_yaml`` for other files.
    """
    if case_file.suffix.lower() not in (".yaml", ".yml"):
        raise InputError([Problem("rollup.not_yaml", FilePlace(str(case_file)))])
    base = load_base(case_file)
    lines = case_file.read_text("utf-8-sig").split("\n")
    count = 0
    for asked in sorted(base.definition.indicators, key=lambda i: -i.index):
        if asked.kind is not None:
            continue
        place = base.places.exact(("indicators", asked.index, "name"))
        if not isinstance(place, LinePlace):
            continue
        proposal = propose_kind(asked.name, asked.target, asked.unit)
        words = (
            f"kind: {proposal.kind.value}  # 建议：{proposal.because}；确认后去掉行首的 #"
            if proposal
            else "kind: 　# 看不出应是哪一种，请填写后去掉行首的 #"
        )
        at = place.line - 1
        lines.insert(*_comment(lines[at], at, words))
        count += 1
    return "\n".join(lines), count


def _comment(line: str, at: int, words: str) -> tuple[int, str]:
    """Where a comment goes and how it is indented: under the name, or above a row in braces."""
    match = _KEY.match(line)
    assert match is not None
    indent = " " * len(match["dash"] or "") + match["indent"]
    if "{" in line.split("name", 1)[0]:
        return at, f"{' ' * (len(line) - len(line.lstrip()))}# {words}"
    return at + 1, f"{indent}# {words}"
