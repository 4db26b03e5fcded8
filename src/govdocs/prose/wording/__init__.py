"""Slips of wording and dates that cannot be."""
