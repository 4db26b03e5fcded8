"""Marks, repeated words, currencies and years."""
