"""Names as people mean them: width, spaces and line breaks do not make two of one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BRACKETS = str.maketrans("〔〕【】", "()()")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Fold width, case, blanks and kinds of brackets, so that equal names compare equal."""
    plain = unicodedata.normalize("NFKC", text).translate(_BRACKETS)
    return re.sub(r"[\s\u200b\ufeff]+", "", plain).casefold()
