"""What a roll-up met, as lines of text: what follows first, then file, cell, unit and sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.reporting.finding_text import visible
from govdocs.reporting.place_text import place_text
from govdocs.reporting.problem_text import filled
from govdocs.reporting.sentences import sentence_for
from govdocs.rollup.policy import Consequence, Met

ORDER = (
    Consequence.STOP,
    Consequence.LEAVE_FORM,
    Consequence.LEAVE_VALUE,
    Consequence.TAKE,
    Consequence.NOTE,
)
_EXPLAINED = {
    Consequence.STOP: "停止汇总",
    Consequence.LEAVE_FORM: "整份表没有计入",
    Consequence.LEAVE_VALUE: "该项没有计入",
    Consequence.TAKE: "已计入，请核对",
    Consequence.NOTE: "提示",
}


def met_lines(met: Sequence[Met]) -> Iterator[str]:
    """Yield everything that was met, gravest first, each with its place; nothing is left out."""
    for consequence in ORDER:
        here = [one for one in met if one.consequence is consequence]
        if not here:
            continue
        yield f"{_EXPLAINED[consequence]} {len(here)} 条"
        for one in here:
            yield f"  {met_text(one)}"


def met_text(one: Met) -> str:
    """Say one thing in a line: place, unit, item, what stands there, what is wrong, what to do."""
    sentence = sentence_for(one.problem.code)
    said = filled(sentence.what, one.problem).rstrip("。") if sentence else one.problem.code
    # What the sentence itself names is not named again before it.
    unit = "" if f"“{one.unit}”" in said else one.unit
    what = f"“{one.what}”" if one.what and f"“{one.what}”" not in said else ""
    written = one.written.strip()
    head = unit + what + (f"所填“{written}”" if written and written not in said else "")
    place = place_text(one.problem.place)
    if sentence is None:
        return visible(f"{place}　{head}：{said}")
    text = f"{head}：{said}" if head else said
    todo = filled(sentence.next, one.problem).rstrip("。")
    return visible("　".join(part for part in (place, f"{text}。{todo}。") if part))
