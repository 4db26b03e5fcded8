"""A problem as Chinese lines: where, what, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from govdocs.errors import Problem
from govdocs.place import CellPlace, dotted
from govdocs.reporting.place_text import place_text
from govdocs.reporting.sentences import sentence_for


def render_problem(problem: Problem) -> str:
    """Return a problem as lines “位置、问题、影响、处理”; a code without sentence shows its data."""
    lines = []
    if problem.place is not None:
        lines.append(f"位置：{place_text(problem.place)}")
    elif problem.path is not None:
        lines.append(f"位置：{dotted(problem.path)}")
    sentence = sentence_for(problem.code)
    if sentence is None:
        details = "，".join(f"{name}={text}" for name, text in problem.details.items())
        lines.append(f"问题：{problem.code}" + (f"（{details}）" if details else ""))
        return "\n".join(lines)
    for name, template in (
        ("问题", sentence.what),
        ("影响", sentence.why),
        ("处理", sentence.next),
    ):
        text = filled(template, problem)
        if text:
            lines.append(f"{name}：{text}")
    return "\n".join(lines)


def render_problems(problems: Iterable[Problem]) -> str:
    """Return all problems of a run, numbered, with a blank line between."""
    listed = list(problems)
    if len(listed) == 1:
        return render_problem(listed[0])
    blocks = []
    for number, problem in enumerate(listed, start=1):
        lines = render_problem(problem).split("\n")
        blocks.append(f"{number}. " + "\n   ".join(lines))
    return "\n\n".join([*blocks, f"共 {len(listed)} 个问题。"])


def filled(template: str, problem: Problem) -> str:
    """Fill a sentence from a problem's details, on one line."""
    # A line break within a value would tear the layout apart.
    details = {name: " ".join(text.split("\n")) for name, text in problem.details.items()}
    return template.format_map(details)


def remark_texts(problems: Iterable[Problem]) -> list[str]:
    """Return one line a problem: what it is, what to do, and the cell where it is one."""
    lines = []
    for problem in problems:
        sentence = sentence_for(problem.code)
        what = problem.code if sentence is None else filled(sentence.what, problem)
        advice = "" if sentence is None else f"；{filled(sentence.next, problem)}"
        where = f"{place_text(problem.place)}：" if isinstance(problem.place, CellPlace) else ""
        lines.append(f"{where}{what}{advice}。")
    return lines
