"""Growth over an earlier amount."""
