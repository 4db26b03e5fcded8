"""What stands out among the units and what does not add up: findings, with the units' cells."""
