"""The elements of a letter, known by what they say and where they stand, never by style names."""
