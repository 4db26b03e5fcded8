"""A small correct case, and the pieces of a case file that rule pages lay over it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from govdocs.checks.subject import Subject
from govdocs.forms.catalogue import form_set_of
from govdocs.model.any_case import read_any_case


def text_data(source: str) -> Any:
    """Read YAML with every scalar as text (null and an empty value as None)."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import SafeConstructor
    from ruamel.yaml.nodes import ScalarNode

    class Plain(SafeConstructor):
        """Builds text, lists and groups, and nothing cleverer."""

    kept = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str")
    Plain.yaml_constructors = {tag: SafeConstructor.yaml_constructors[tag] for tag in kept}

    def scalar(loader: SafeConstructor, node: ScalarNode) -> str | None:
        empty = node.tag == "tag:yaml.org,2002:null"
        return None if empty else str(loader.construct_scalar(node))

    Plain.add_constructor(None, scalar)
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = Plain
    return reader.load(source)


@cache
def small_case_text() -> str:
    """The YAML of the small correct case."""
    return (files("govdocs.checks") / "small-case.yaml").read_text("utf-8")


@cache
def small_evaluation_text() -> str:
    """The YAML of the small correct evaluation, which a fragment with a ``kind`` is laid over."""
    return (files("govdocs.checks") / "small-evaluation.yaml").read_text("utf-8")


def laid_over(base: Any, piece: Any) -> Any:
    """Lay ``piece`` over ``base``: groups field by field, everything else replaced; None removes."""
    if not isinstance(base, dict) or not isinstance(piece, dict):
        return piece
    merged = dict(base)
    for key, value in piece.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = laid_over(base.get(key), value)
    return merged


def example_subject(fragment: str) -> Subject:
    """Make the case of a rule page's example: ``fragment`` over the small correct case."""
    piece = text_data(fragment) or {}
    base = small_case_text() if "kind" not in piece else small_evaluation_text()
    case = read_any_case(laid_over(text_data(base), piece))
    return Subject(case, form_set_of(case))
