"""Counts against what is listed, enumerations without a gap."""
