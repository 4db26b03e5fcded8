"""Words that tell a stock of all years from what one year left: 年末滚存结余, 累计结余."""

from __future__ import annotations

import re

STOCK = re.compile(r"年末|年底|期末|月末|滚存|累计|历年")
"""What is left of all years, and not of this year's income alone."""
