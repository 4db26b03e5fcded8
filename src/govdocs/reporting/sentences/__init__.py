"""The catalogue of Chinese sentences: one file a room, one sentence a code."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened, why it matters, what to do next: format strings over a problem's details."""

    what: str
    why: str
    next: str


def sentence_for(code: str) -> Sentence | None:
    """Return the sentence of a problem's code; None where the catalogue has none.

    The room before the dot names the file, so only the rooms that are needed are loaded.
    """
    room = code.partition(".")[0]
    if not room.isidentifier() or find_spec(f"{__name__}.{room}") is None:
        return None
    sentence = import_module(f"{__name__}.{room}").SENTENCES.get(code)
    return sentence if isinstance(sentence, Sentence) else None
