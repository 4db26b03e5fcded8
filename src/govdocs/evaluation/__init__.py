"""Evaluation reports: scores from printed rules, survey statistics, subsidies by policy; Decimal only."""
