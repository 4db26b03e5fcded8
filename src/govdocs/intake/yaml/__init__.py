"""A case as YAML: read with every scalar as text and its place, written for people."""
