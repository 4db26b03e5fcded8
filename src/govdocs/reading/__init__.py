"""Finished Word and Excel files read back: paragraphs, tables and notes, each with its place."""

from govdocs.reading.paper import Block, Cell, FinishedDocument, Paragraph, Table
from govdocs.reading.reading import read_document

__all__ = ["Block", "Cell", "FinishedDocument", "Paragraph", "Table", "read_document"]
