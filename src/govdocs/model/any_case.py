"""The kinds of case that a file can hold, told apart by ``kind``."""

from __future__ import annotations

from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from govdocs.model.case import Case, read_case
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.fields import Model
from govdocs.model.kinds import FILING, CaseKind

AnyCase: TypeAlias = Case | EvaluationCase
"""A self-evaluation filing, or an evaluation report."""

KINDS: dict[str, type[Case] | type[EvaluationCase]] = {
    FILING: Case,
    CaseKind.EVALUATION.value: EvaluationCase,
}


def kind_of(case: AnyCase) -> str:
    """Return the kind of a case as files name it."""
    return case.kind.value if isinstance(case, EvaluationCase) else FILING


def model_of(data: Any) -> type[Model]:
    """Return the model that nested text data asks for by ``kind``; a filing where it names none."""
    given = data.get("kind") if isinstance(data, dict) else None
    return KINDS.get(given, Case) if isinstance(given, str) else Case


def read_any_case(data: Any) -> AnyCase:
    """Make the case that ``data`` says it is; raise pydantic's ValidationError with every error.

    A kind that nobody knows is the error ``unknown_kind`` (ctx: given, known) at ``kind``.
    """
    given = data.get("kind") if isinstance(data, dict) else None
    if given is None:
        return read_case(data)
    if given not in KINDS:
        error = PydanticCustomError(
            "unknown_kind", "unknown kind", {"given": str(given), "known": "、".join(KINDS)}
        )
        details = InitErrorDetails(type=error, loc=("kind",), input=given)
        raise ValidationError.from_exception_data("AnyCase", [details])
    if given == FILING:
        return read_case({key: value for key, value in data.items() if key != "kind"})
    unit = data.get("money_unit")
    context = {"money_unit": unit if isinstance(unit, str) and unit.strip() else "万元"}
    return EvaluationCase.model_validate(data, context=context)
