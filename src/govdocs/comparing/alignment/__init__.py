"""Two documents laid beside each other: paragraphs, table rows, columns, words."""
