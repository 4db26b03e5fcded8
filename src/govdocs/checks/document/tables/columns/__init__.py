"""Columns of a table against each other: sums, rates, products, what runs on from row to row."""
