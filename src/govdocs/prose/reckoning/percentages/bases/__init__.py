"""The bases of percentages that the build of a sentence or of the whole paper tells."""
