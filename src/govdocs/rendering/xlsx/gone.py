"""What a filling leaves nothing of."""

from __future__ import annotations


class Gone(Exception):
    """All the cells that an element is about are gone."""
