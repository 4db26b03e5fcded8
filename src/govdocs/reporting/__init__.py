"""Findings and problems become words: terminal, JSON, SARIF, HTML, Word comments."""
