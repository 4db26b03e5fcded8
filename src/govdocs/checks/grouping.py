"""One slip, one message: findings that another one explains are shown below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govdocs.finding import Finding
from govdocs.place import Path


def grouped(findings: Sequence[Finding]) -> list[Finding]:
    """Move every finding that another one ``explains`` below it; the order is kept.

    An explainer that is itself explained hands what it explains on to its own head, so that
    nothing is nested twice. A finding that several explain goes to the first. None is lost.
    """
    by_key: dict[tuple[str, Path], list[int]] = {}
    for at, finding in enumerate(findings):
        for path in dict.fromkeys(spot.path for spot in finding.spots):
            by_key.setdefault((finding.code, path), []).append(at)
    head_of: dict[int, int] = {}
    for at, finding in enumerate(findings):
        for key in finding.explains:
            for child in by_key.get(key, ()):
                if not _same_stretch(finding, findings[child], key[1]):
                    continue
                if child != at and child not in head_of and _top(at, head_of) != child:
                    head_of[child] = at
    below: dict[int, list[Finding]] = {}
    for at, finding in enumerate(findings):
        top = _top(at, head_of)
        if top != at:
            below.setdefault(top, []).append(_bare(finding))
            below[top].extend(finding.below)
    return [
        replace(finding, explains=(), below=(*finding.below, *below.get(at, ())))
        for at, finding in enumerate(findings)
        if at not in head_of
    ]


def _same_stretch(head: Finding, child: Finding, path: Path) -> bool:
    """Tell whether both speak of one sentence of a text, where they point at sentences at all."""
    of_head = {spot.span for spot in head.spots if spot.path == path and spot.span}
    of_child = {spot.span for spot in child.spots if spot.path == path and spot.span}
    return not of_head or not of_child or bool(of_head & of_child)


def _top(at: int, head_of: dict[int, int]) -> int:
    while at in head_of:
        at = head_of[at]
    return at


def _bare(finding: Finding) -> Finding:
    return replace(finding, explains=(), below=())
