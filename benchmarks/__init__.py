"""Scripts that measure: speed beside the peers, what the checks see."""
