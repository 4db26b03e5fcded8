"""Values first, scores afterwards: exact sums, rounded once at the end."""
