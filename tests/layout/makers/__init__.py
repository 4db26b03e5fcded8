"""Right letters by other makers than our templates: typed, styled, drawn, saved by other programs."""
