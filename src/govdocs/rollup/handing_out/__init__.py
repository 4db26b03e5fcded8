"""Forms go out: one Excel file a unit, from the case and the list of units."""
