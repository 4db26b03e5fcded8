"""Totals and their parts, budgets and what is left of them."""
