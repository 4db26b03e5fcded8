"""One message for many rows with one slip: the rows stand below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govdocs.finding import Finding

SHOWN = 8
"""So many names are put into the sentence of a list; the rows below it name all."""


def listed(findings: Sequence[Finding]) -> list[Finding]:
    """Put ``findings`` of one rule and variant under one head; fewer than two stay as they are.

    The head's spots are the first spot of each row; its sentence is the rule's ``list``, filled
    with ``count`` and ``names`` (from the rows' detail ``name``).
    """
    if len(findings) < 2:
        return list(findings)
    first = findings[0]
    names = [finding.details.get("name", "") for finding in findings]
    more = "等" if len(names) > SHOWN else ""
    head = replace(
        first,
        spots=tuple(finding.spots[0] for finding in findings),
        variant=f"{first.variant}_list" if first.variant else "list",
        details={
            **first.details,
            "count": str(len(findings)),
            "names": "、".join(f"“{name}”" for name in names[:SHOWN]) + more,
        },
        expected="",
        actual="",
        arithmetic="",
        hint="",
        below=tuple(findings),
    )
    return [head]
