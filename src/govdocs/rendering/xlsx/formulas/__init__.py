"""Formulas of a template: read once, placed into each filled sheet, computed in Decimal.

The libraries that compute workbooks (formulas, pycel, xlcalculator, xlrecalc) compute in binary
floating point and read a whole workbook from disk for each run; pycel has run code out of
formulas (CVE-2024-53924). Official forms need some thirty functions, so these are ours; the
tokenizer is openpyxl's.
"""
