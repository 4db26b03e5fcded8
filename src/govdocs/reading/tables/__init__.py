"""Tables understood: head rows, columns with units, rows by kind, figures with what they measure."""

from govdocs.reading.tables.columns import Column
from govdocs.reading.tables.regions import Region, regions_of
from govdocs.reading.tables.rows import Row, RowKind

__all__ = ["Column", "Region", "Row", "RowKind", "regions_of"]
