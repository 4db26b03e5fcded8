"""Lines put back together: broken sentences joined, tables typed as lines made grids again."""

from govdocs.reading.lines.restored import restored

__all__ = ["restored"]
