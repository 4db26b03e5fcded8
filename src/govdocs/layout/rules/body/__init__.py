"""Clauses 7.3.1 to 7.3.6: the main part (主体)."""
