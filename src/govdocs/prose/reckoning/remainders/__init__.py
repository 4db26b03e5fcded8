"""What is left, missing or moved: rests, gaps, balances of accounts, changes with their causes."""
