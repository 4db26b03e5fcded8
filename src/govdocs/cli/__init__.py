"""The command line: parses, calls, prints, sets the exit code; holds no logic."""

from govdocs.cli.entry import main

__all__ = ["main"]
