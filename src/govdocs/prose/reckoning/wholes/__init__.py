"""Wholes and their parts as sentences claim them: lists that are whole, totals before, behind and far away."""
