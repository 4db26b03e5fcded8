"""How much work one filling may do, so that a template cannot run for ever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from govdocs.errors import Problem, TemplateError

STEPS = 5_000_000
"""Loop steps that one filling may take: a table of 10,000 rows takes 10,000."""

_left: ContextVar[list[int] | None] = ContextVar("render_budget", default=None)


@contextmanager
def render_budget(steps: int = STEPS) -> Iterator[None]:
    """Limit the loop steps of everything that is filled inside the ``with`` block."""
    token = _left.set([steps])
    try:
        yield
    finally:
        _left.reset(token)


def spend(steps: int) -> None:
    """Charge loop steps; raise TemplateError ``tags.endless`` when the budget is used up."""
    left = _left.get()
    if left is None:
        return
    left[0] -= steps
    if left[0] < 0:
        raise TemplateError([Problem("tags.endless", details={"steps": str(STEPS)})])
