"""Rows of a table against the rows beneath and beside them."""
