"""``python -m govdocs`` is the command line."""

import sys

from govdocs.cli import main

sys.exit(main())
