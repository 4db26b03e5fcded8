"""F401–F406: weights, scores and grades."""
