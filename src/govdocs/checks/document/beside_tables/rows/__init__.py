"""What a sentence says of one row, or of several rows, of a table."""
