"""Clause 10: the special forms of letters, orders and minutes."""
