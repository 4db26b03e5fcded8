"""What a finished Word file looks like: the formatting that really applies, wherever it is set."""
