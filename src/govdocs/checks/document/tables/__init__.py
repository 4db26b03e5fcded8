"""Tables against themselves and each other: sums, rates, products, running columns, rows in two tables."""
