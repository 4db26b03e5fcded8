"""Clauses 5, 7.5 and 8: sheet, text area, page numbers."""
