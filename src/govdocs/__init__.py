"""govdocs fills an office's own Word and Excel templates and says what does not agree."""

__version__ = "0.1.0"
