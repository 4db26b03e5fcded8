"""What statistical papers reckon in words: structures, population rates, points apart, medians, schedules."""
