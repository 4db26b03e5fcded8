"""Writes a corrected copy: formatting where the correction is unambiguous, never the text."""
