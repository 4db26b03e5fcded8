"""逐级汇总: forms for many units handed out, taken in, and added up to one case with its lineage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govdocs.rollup.handing_out.hand_out import hand_out
    from govdocs.rollup.result.explain import explain
    from govdocs.rollup.run import RollupOptions, RollupRun, roll_up
    from govdocs.rollup.unit_list_file import load_unit_list

__all__ = ["RollupOptions", "RollupRun", "explain", "hand_out", "load_unit_list", "roll_up"]

_HOMES = {
    "RollupOptions": "run",
    "RollupRun": "run",
    "explain": "result.explain",
    "hand_out": "handing_out.hand_out",
    "load_unit_list": "unit_list_file",
    "roll_up": "run",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that ``govdocs --help`` stays fast."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
