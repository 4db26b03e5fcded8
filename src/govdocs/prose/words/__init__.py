"""Text before its figures: folded signs, sentences, numbers, units, bounds, periods, roles, names of measures."""
