"""The exit codes that scripts rely on."""

DONE = 0
OPEN_ERRORS = 1
BAD_INPUT = 2
PROGRAM_FAULT = 3
INTERRUPTED = 130
