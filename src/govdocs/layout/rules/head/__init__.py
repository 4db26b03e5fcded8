"""Clause 7.2: the head (版头)."""
