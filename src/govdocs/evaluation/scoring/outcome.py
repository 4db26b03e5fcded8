"""What a scoring rule makes of a value: the score with its arithmetic, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one rule.

    ``score`` is exact, not yet rounded; None where it cannot be computed, and then ``trouble``
    names why: ``no_value``, ``not_rate``, ``not_number``, ``unknown_word``, ``no_target``,
    ``no_steps``, ``no_words``, ``no_conditions``, ``no_deduction``, ``no_defects``,
    ``two_counts`` (the value counts other faults than ``defects``),
    ``unanswered``, ``unknown_grade``, ``no_points_given``, ``judged_out_of_bounds``,
    ``not_judged``, ``other_unit``, ``no_unit``, ``not_exact`` (about, below or above a number), ``at_most``
    (a plan that is better missed), ``twice`` (two steps or words of one rule are the same),
    ``disordered`` (a better step gives fewer points), ``verbatim`` (words only: the office scores),
    ``no_sentence``. ``outside`` says in what way a score leaves
    the printed rule (``partial`` credit for a condition, ``judgement`` where the rule allows none,
    ``word`` where the rule gives that word other points, ``band``); empty where it does not.
    """

    score: Decimal | None
    arithmetic: str = ""
    trouble: str = ""
    outside: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


def troubled(trouble: str, **details: str) -> Outcome:
    """An outcome without a score."""
    return Outcome(None, trouble=trouble, details=details)
