"""What is paid for each of what is counted: prices, the quantities they are for, the amounts that both make."""
