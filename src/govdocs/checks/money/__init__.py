"""F101–F112: totals, rates, parts and allocations of the money."""
