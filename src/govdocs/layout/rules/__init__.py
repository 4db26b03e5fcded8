"""The rules of the standard, one module a family of clauses; a module exports ``RULES``."""
