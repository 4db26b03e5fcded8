"""Percentages whose amounts stand in another clause, sentence or section of the paper."""
