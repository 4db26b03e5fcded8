"""Scores, weights, grades, deductions, surveys and reasons."""
