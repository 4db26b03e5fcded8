"""A case as an Excel workbook: read by sheet names and headings, written for offices."""
