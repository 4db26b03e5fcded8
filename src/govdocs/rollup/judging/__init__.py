"""What stands in a form is held against what was asked: taken, left out, or a reason to stop."""
