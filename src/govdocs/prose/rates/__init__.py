"""Rates, shares, growth and differences against the figures that they follow from."""
