"""How amounts move from a beginning to an end: by one step, by stated changes, by what came in and went out."""
