"""The checks: one small pure function a rule; the engine names none of them."""
