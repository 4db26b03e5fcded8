"""Rules of evaluation reports: scores by their rules, totals, surveys, grants, prose against tables."""
