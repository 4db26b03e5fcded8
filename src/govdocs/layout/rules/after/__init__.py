"""Clauses 7.3.7, 7.4 and 10: attachments, imprint, special forms; and what was not recognised."""
