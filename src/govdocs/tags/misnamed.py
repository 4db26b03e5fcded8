"""Which name of a tag in prose leads nowhere, as its writer wrote it, and the nearest that does."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from govdocs.tags.environment import ROWS_FILTER, TagEnvironment
from govdocs.tags.values import Node, Rows

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_STEP = re.compile(r"[A-Za-z_一-鿿][\w]*")


@dataclass(frozen=True, slots=True)
class Misnamed:
    """``name`` as written in ``tag``, the ``nearest`` known one (empty: none is near), all ``known``."""

    name: str
    nearest: str
    tag: str
    known: tuple[str, ...] = ()


def missing_field(
    environment: TagEnvironment, source: str, context: Mapping[str, Node]
) -> Misnamed | None:
    """The first field written in ``source`` that the case lacks; None where a loop's variable hides it."""
    for tag in _TAG.findall(source):
        for steps in _chains(environment, tag):
            here: Node | Mapping[str, Node] = context
            for at, step in enumerate(steps):
                below = _below(here, step)
                if below is not None:
                    here = below
                    continue
                if not isinstance(here, Mapping | Rows) or (at == 0 and "{%" in source):
                    break
                near = _nearest(str(step), here.names() if isinstance(here, Rows) else here)
                full = _written((*steps[:at], near)) if near else ""
                return Misnamed(_written(steps[: at + 1]), full, tag)
    return None


def unknown_filter(environment: TagEnvironment, source: str) -> Misnamed | None:
    """The first filter written in ``source`` that the language does not have."""
    known = tuple(sorted(set(environment.filters) - {ROWS_FILTER}))
    for tag in _TAG.findall(source):
        if not tag.startswith("{{"):
            continue
        for used in environment.parse(tag).find_all(nodes.Filter):
            if used.name not in environment.filters:
                return Misnamed(used.name, _nearest(used.name, known), tag, known)
    return None


def _chains(environment: TagEnvironment, tag: str) -> Iterator[tuple[str | int, ...]]:
    if not tag.startswith("{{"):
        return
    tree = environment.parse(tag)
    inner: set[int] = set()
    found: list[tuple[nodes.Expr, tuple[str | int, ...]]] = []
    for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Name)):
        steps: list[str | int] = []
        here: nodes.Node = node
        while isinstance(here, nodes.Getattr | nodes.Getitem):
            inner.add(id(here.node))
            if isinstance(here, nodes.Getattr):
                steps.append(here.attr)
            elif isinstance(here.arg, nodes.Const) and isinstance(here.arg.value, str | int):
                steps.append(here.arg.value)
            else:
                steps = []
                break
            here = here.node
        if isinstance(here, nodes.Name):
            found.append((node, tuple(reversed([*steps, here.name]))))
    yield from (steps for node, steps in found if id(node) not in inner)


def _below(here: Node | Mapping[str, Node], step: str | int) -> Node | None:
    if isinstance(here, Rows):
        if isinstance(step, int):
            return here[step] if -len(here) <= step < len(here) else None
        # A name that two rows bear is told as such when it is filled: either row will do here.
        names = here.names()
        return here[names.index(step)] if step in names else None
    if isinstance(here, Mapping):
        return here.get(str(step))
    return None


def _written(steps: Iterable[str | int]) -> str:
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _STEP.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"['{step}']"
    return text


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return near[0] if near else ""
