"""An evaluation report becomes a case: cover, sections, tables, annexes, each by what it says."""
