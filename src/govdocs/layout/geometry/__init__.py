"""Positions that follow from the file alone: no page is rendered, what is uncertain is None."""
