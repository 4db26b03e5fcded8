"""Figures that stand apart from what they follow from: items told by semicolons, paragraphs, scopes, names."""
