"""``check --against --update`` on the screen: what would be written, item by item, asked and written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govdocs.comparing.against.findings import short
from govdocs.comparing.naming import name_of
from govdocs.comparing.update.plan import Edit
from govdocs.comparing.update.rows import RowChange, RowEdit
from govdocs.errors import InputError, Problem
from govdocs.filing.update import Update, chosen, plan_file_update, write_update
from govdocs.place import dotted
from govdocs.reporting.against_run import AgainstCall, compared_text
from govdocs.reporting.place_text import place_text

Ask = Callable[[str], str]
"""Shows a question and returns the answer: y, n, a (this and all that follow) or q (none of them)."""


def show_update(call: AgainstCall, ask: Ask | None, accept: Sequence[str] = ()) -> int:
    """Show what the document would change in the case, choose, write, and return the exit code.

    Each item is asked for by itself; without ``ask`` those that ``accept`` names are taken (by
    number, field or name), all where it names none. 0 where everything that differs was written
    back, 1 where something is left to do by hand or was not taken. Raises InputError
    ``against.one_document`` (details: count) and ``against.no_item`` (details: given).
    """
    from rich.console import Console

    if len(call.files) != 1:
        details = {"count": str(len(call.files))}
        raise InputError([Problem("against.one_document", details=details)])
    console = Console(highlight=False, markup=False, soft_wrap=True)
    update = plan_file_update(call.case, call.files[0], call.templates)
    items = update.rewritten.items
    picked = _named(update, accept) if accept else items  # a wrong name ends it before anything
    console.print(compared_text(str(call.files[0]), update.held))
    for line in _refused(update):
        console.print(line)
    if not items:
        console.print("没有可以写回的改动，案卷没有改动。")
        return 1 if update.rewritten.refused else 0
    console.print(f"可以写入 {call.case} 的有 {len(items)} 处：")
    for number, item in enumerate(items, 1):
        console.print(f"  {number}. {item_text(update, item)}")
    if ask is not None and not accept:
        picked = _asked(update, ask)
    if not picked:
        console.print("没有写入，案卷没有改动。")
        return 1
    made = chosen(update, picked)
    write_update(made)
    written = made.rewritten.items
    console.print(f"已写入 {call.case}。")
    left = [item for item in items if item not in written]
    for item in left:
        console.print(f"  没有写入：{item_text(update, item)}")
    return 1 if left or update.rewritten.refused else 0


def _refused(update: Update) -> list[str]:
    refused = update.rewritten.refused
    lines = [f"以下 {len(refused)} 处不能写回，请手工处理："] if refused else []
    for refusal in refused:
        difference = refusal.difference
        what = f"“{_short(difference.expected)}”→“{_short(difference.actual)}”"
        lines.append(f"  {place_text(difference.place)}：{what}（{refusal.why}）")
    return lines


def item_text(update: Update, item: Edit | RowEdit) -> str:
    """One item as the user reads it: 下达资金：“17385”→“17386”."""
    if isinstance(item, Edit):
        name = name_of(update.case_now, item.path)
        return f"{name}：“{_short(item.former)}”→“{_short(item.latter)}”（{dotted(item.path)}）"
    row = f"[{item.index}]" if item.change is RowChange.GONE else ""
    cells = "，".join(value for _, value in item.cells)
    said = f"：{short(cells)}" if cells else ""
    return f"{item.change.value}“{short(item.label)}”一行{said}（{dotted(item.path)}{row}）"


def _asked(update: Update, ask: Ask) -> Sequence[Edit | RowEdit]:
    items = update.rewritten.items
    picked: list[Edit | RowEdit] = []
    for number, item in enumerate(items, 1):
        answer = ask(f"{number}/{len(items)} {item_text(update, item)} 写回？")
        if answer == "a":
            return [*picked, *items[number - 1 :]]
        if answer == "q":
            break
        if answer == "y":
            picked.append(item)
    return picked


def _named(update: Update, accept: Sequence[str]) -> Sequence[Edit | RowEdit]:
    """The items of these numbers, fields (fund.issued) or names; every one must be there."""
    items = update.rewritten.items
    picked: list[Edit | RowEdit] = []
    problems: list[Problem] = []
    for given in accept:
        found = [
            item for n, item in enumerate(items, 1) if given.strip() in _names(update, n, item)
        ]
        if not found:
            problems.append(Problem("against.no_item", details={"given": given}))
        picked += [item for item in found if item not in picked]
    if problems:
        raise InputError(problems)
    return [item for item in items if item in picked]


def _names(update: Update, number: int, item: Edit | RowEdit) -> set[str]:
    own = {str(number), dotted(item.path)}
    if isinstance(item, Edit):
        return {*own, name_of(update.case_now, item.path)}
    row = {f"{dotted(item.path)}[{item.index}]"} if item.change is RowChange.GONE else set[str]()
    return {*own, item.label} | row


def _short(text: str) -> str:
    return short(text) or "空白"
