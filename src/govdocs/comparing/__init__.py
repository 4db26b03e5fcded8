"""Two states of one thing side by side: a document and its case, two cases, two documents."""
