"""What the prose says of tables."""
