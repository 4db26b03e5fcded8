"""Readings become units' returns: whose is each, which count twice, who is missing."""
