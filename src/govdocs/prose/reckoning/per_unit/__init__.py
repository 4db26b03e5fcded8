"""Averages and amounts for each: by name, by the count told before, by price."""
