"""Indicators, questions and firms made from the text that a case file would hold."""

from __future__ import annotations

from typing import Any

from govdocs.evaluation.scoring import Outcome, score_of
from govdocs.forms.catalogue import form_sets
from govdocs.forms.form_set import FormSet
from govdocs.model.evaluation.indicator import ScoredIndicator


def forms(**settings: Any) -> FormSet:
    """The form of evaluation reports, some settings changed."""
    found = next(one for one in form_sets() if one.id == "evaluation-2020")
    return found.model_copy(update={"settings": found.settings.model_copy(update=settings)})


def indicator(rule: dict[str, Any], weight: str = "6", **more: Any) -> ScoredIndicator:
    """An indicator with ``rule``."""
    return ScoredIndicator.model_validate({"name": "指标", "weight": weight, "rule": rule, **more})


def scored(
    rule: dict[str, Any], value: str | None = None, weight: str = "6", **more: Any
) -> Outcome:
    """What ``rule`` gives for ``value``."""
    if value is not None:
        more["value"] = value
    row = indicator(rule, weight, **more)
    return score_of(row, row.value, forms())
