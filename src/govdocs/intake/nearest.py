"""The word that was probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, allowed: Iterable[str], cutoff: float = 0.5) -> str:
    """Return the allowed word nearest to ``word``, or empty text where none is near."""
    words = list(allowed)
    given = folded(word)
    by_fold = {folded(candidate): candidate for candidate in words}
    if given in by_fold:
        return by_fold[given]
    # difflib's time grows with the square of the length; nobody means a key of 60 letters.
    close = get_close_matches(given[:60], list(by_fold), n=1, cutoff=cutoff)
    return by_fold[close[0]] if close else ""


def folded(word: str) -> str:
    """Fold what people do not see: width, case, spaces, line breaks, marks of required fields."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return "".join(plain.split()).rstrip("*:").replace("-", "_")
