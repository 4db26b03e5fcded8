"""One fact told twice."""
