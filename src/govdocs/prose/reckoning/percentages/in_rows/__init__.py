"""Percentages that follow a row of amounts: in its order, of what they all make."""
