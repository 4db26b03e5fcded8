"""Word and Excel templates: compiled once, filled many times, gated before they leave."""
