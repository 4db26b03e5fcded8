"""What mending changed in a finished letter, told line by line."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.layout import Change
from govdocs.place import WordPlace
from govdocs.reporting.finding_text import visible

SHOWN = 3


def changes_text(changes: Sequence[Change]) -> list[str]:
    """Say every change, equal ones together: rule, element, before, after, where."""
    if not changes:
        return ["没有可以自动改正的版式问题。"]
    alike: dict[tuple[str, str, str, str], list[str]] = {}
    for change in changes:
        key = (change.code, change.label, change.before, change.after)
        alike.setdefault(key, []).extend(_where(change))
    lines = [f"改正 {len(alike)} 项，文字没有改动："]
    for (code, label, before, after), places in alike.items():
        once = list(dict.fromkeys(places))
        more = f"等 {len(once)} 处" if len(once) > SHOWN else ""
        where = f"（{'、'.join(once[:SHOWN])}{more}）" if once else ""
        lines.append(visible(f"  {code} {label}：{before} → {after}{where}"))
    return lines


def _where(change: Change) -> list[str]:
    words = []
    for spot in change.spots:
        place = spot.place
        if not isinstance(place, WordPlace):
            words.append(spot.label)
        elif place.paragraph is not None and place.part == "正文":
            words.append(f"第{place.paragraph}段")
        else:
            words.append(f"{place.part}“{place.excerpt}”")
    return words
