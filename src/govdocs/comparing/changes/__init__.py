"""What changed between two states: two cases, a case and a document, two documents."""
