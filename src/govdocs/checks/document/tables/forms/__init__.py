"""Tables that are forms: money by source, points for the budget, goals and indicators."""
