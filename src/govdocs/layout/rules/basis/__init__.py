"""What all rules of layout share: their shape, words, type, indents."""
