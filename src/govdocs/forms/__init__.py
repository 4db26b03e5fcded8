"""The official forms as data, by year: rows, notes, outline, settings; never code."""
