"""Filled forms come in: whatever is in them, with the cell where it stands."""
