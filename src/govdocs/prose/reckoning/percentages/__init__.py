"""A percentage as share, rate or growth: which amounts it may be reckoned from."""
