"""Changes in words: as text, as JSON, as a page; figures first, prose word by word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from govdocs import __version__
from govdocs.comparing.alignment.words import word_diff
from govdocs.comparing.changes.change import Change, Group
from govdocs.filing.diff import FileDiff
from govdocs.place import dotted
from govdocs.reporting.finding_text import visible
from govdocs.reporting.place_text import place_text
from govdocs.reporting.problem_text import remark_texts

FORMAT = "govdocs-diff-1"
BLANK = "空白"
CONTEXT = 12
"""Unchanged characters shown around changed words."""


def diff_text(diff: FileDiff) -> str:
    """The changes as plain text, group by group."""
    remarks = [f"留意 {remark}" for remark in _remarks(diff)]
    if not diff.changes:
        return "\n".join([f"{diff.former} 与 {diff.latter}：没有不同。", *remarks]) + "\n"
    lines = [f"{diff.former} → {diff.latter}", summary(diff), *remarks, ""]
    for group in Group:
        changes = [change for change in diff.changes if change.group is group]
        if changes:
            lines += [f"{group.value} {len(changes)} 处", *(_line(c) for c in changes), ""]
    return "\n".join(lines[:-1]) + "\n"


def _remarks(diff: FileDiff) -> list[str]:
    """What is to be known of the documents, each with its file's name."""
    return [
        visible(f"{Path(file).name}：{text}")
        for file, remark in diff.remarks
        for text in remark_texts([remark])
    ]


def summary(diff: FileDiff) -> str:
    """How many changes of each kind there are, in one line."""
    counts = {group: sum(c.group is group for c in diff.changes) for group in Group}
    told = "，".join(f"{group.value} {count}" for group, count in counts.items() if count)
    return f"共 {len(diff.changes)} 处不同：{told}" if told else "没有不同"


def _line(change: Change) -> str:
    where = place_text(change.latter_place or change.former_place)
    tail = f"\n      {visible(where)}" if where else ""
    return f"  {_words(change)}{tail}"


def _words(change: Change) -> str:
    name = visible(change.name)
    former, latter = _shown(change.former), _shown(change.latter)
    if change.group is Group.ROW:
        return f"{name}：少“{former}”" if not change.latter else f"{name}：多“{latter}”"
    if change.group is Group.PROSE:
        return f"{name}：{_marked(change.former, change.latter)}"
    by = "，".join(part for part in (change.difference, change.percent) if part)
    computed = "（由其他数据得出）" if change.computed else ""
    return f"{name}：{former} → {latter}" + (f"（{by}）" if by else "") + computed


def _shown(text: str) -> str:
    return visible(" ".join(text.split())) or BLANK


def _marked(former: str, latter: str) -> str:
    """Changed words in 〔－…〕 and 〔＋…〕, the rest shortened."""
    return "".join(
        f"〔－{old}〕" * bool(old) + f"〔＋{new}〕" * bool(new) if kept is None else _short(kept)
        for kept, old, new in _pieces(former, latter)
    )


def _pieces(former: str, latter: str) -> Iterator[tuple[str | None, str, str]]:
    """Stretches in order: (kept, "", "") or (None, removed, added)."""
    at = 0
    for edit in word_diff(former, latter).edits:
        if edit.latter[0] > at:
            yield visible(latter[at : edit.latter[0]]), "", ""
        old, new = former[slice(*edit.former)], latter[slice(*edit.latter)]
        yield None, visible(" ".join(old.split())), visible(" ".join(new.split()))
        at = edit.latter[1]
    if at < len(latter):
        yield visible(latter[at:]), "", ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 2 * CONTEXT else f"{words[:CONTEXT]}……{words[-CONTEXT:]}"


def diff_json(diff: FileDiff) -> str:
    """The changes as JSON; figures as text, keys in a fixed order."""
    data = {
        "format": FORMAT,
        "version": __version__,
        "former": diff.former,
        "latter": diff.latter,
        **({"remarks": _remarks(diff)} if diff.remarks else {}),
        "changes": [_object(change) for change in diff.changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _object(change: Change) -> dict[str, Any]:
    return {
        "group": change.group.name.lower(),
        "name": change.name,
        "field": dotted(change.path),
        "former": change.former,
        "latter": change.latter,
        "difference": change.difference,
        "percent": change.percent,
        "computed": change.computed,
        "former_place": place_text(change.former_place),
        "latter_place": place_text(change.latter_place),
    }


_STYLE = (
    "body{font:16px/1.6 serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em .6em;"
    "text-align:left;vertical-align:top}td.n{text-align:right;white-space:nowrap}"
    "del{background:#fdd}ins{background:#dfd;text-decoration:none}small{color:#666}"
)


def diff_html(diff: FileDiff) -> str:
    """The changes as one page that needs nothing else."""
    title = escape(f"{diff.former} → {diff.latter}")
    parts = [
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">',
        f"<title>对照：{title}</title><style>{_STYLE}</style></head><body>",
        f"<h1>对照</h1><p>{title}</p><p>{escape(summary(diff))}。</p>",
        *(f"<p>留意：{escape(remark)}</p>" for remark in _remarks(diff)),
    ]
    for group in Group:
        changes = [change for change in diff.changes if change.group is group]
        if changes:
            parts += [f"<h2>{group.value}（{len(changes)}）</h2>", _table(group, changes)]
    return "\n".join([*parts, "</body></html>"]) + "\n"


def _table(group: Group, changes: list[Change]) -> str:
    prose = group is Group.PROSE
    # Figures stand right and whole; names and words may wrap.
    opening = '<td class="n">' if group is Group.FIGURE else "<td>"
    measured = any(change.difference or change.percent for change in changes)
    heads = ("项目", "改动") if prose else ("项目", "原为", "现为", *("差额", "增减") * measured)
    rows = ["<tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>"]
    for change in changes:
        where = escape(visible(place_text(change.latter_place or change.former_place)))
        name = f"<td>{escape(visible(change.name))}<br><small>{where}</small></td>"
        if prose:
            rows.append(f"<tr>{name}<td>{_html_words(change)}</td></tr>")
            continue
        cells = [_shown(change.former), _shown(change.latter)]
        cells += [change.difference, change.percent] * measured
        rows.append(f"<tr>{name}" + "".join(f"{opening}{escape(c)}</td>" for c in cells) + "</tr>")
    return "<table>" + "\n".join(rows) + "</table>"


def _html_words(change: Change) -> str:
    return "".join(
        (f"<del>{escape(old)}</del>" if old else "") + (f"<ins>{escape(new)}</ins>" if new else "")
        if kept is None
        else escape(kept)
        for kept, old, new in _pieces(change.former, change.latter)
    )
