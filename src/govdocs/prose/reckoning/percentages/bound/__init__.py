"""Percentages whose part and whole the words name, wherever these stand."""
