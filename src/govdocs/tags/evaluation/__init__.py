"""An evaluation case as its report's templates and prose see it."""
