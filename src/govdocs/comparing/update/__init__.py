"""What was changed in a document, written back into its case file."""
