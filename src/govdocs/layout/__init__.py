"""Holds a finished letter against GB/T 9704-2012, clause by clause, and mends its formatting."""
