"""The result: a case with its record, a workbook for the auditor, an explanation of any figure."""
