"""Last year's papers become a case: letter, forms, figures, each value with its place."""
