"""Figures that no statement of the paper bears out, one digit away from what the figures beside them give."""

from govdocs.prose.lone.lone_figures import lone_figures

__all__ = ["lone_figures"]
