"""A finished document held against the case that it was made from."""
