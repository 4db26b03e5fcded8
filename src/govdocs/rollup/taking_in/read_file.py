"""One file becomes a reading; whatever is wrong with it costs one message, never the run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from govdocs.errors import InputError, Problem
from govdocs.place import FilePlace
from govdocs.rollup.taking_in.form_reading import FileReading

NamedBytes = tuple[str, bytes]
"""A file as messages name it, and its content."""


def digest_of(data: bytes) -> str:
    """The content's SHA-256."""
    return hashlib.sha256(data).hexdigest()


def read_files(files: Sequence[NamedBytes]) -> list[FileReading]:
    """Read some forms; runs in any process or on any machine, needs nothing but its argument."""
    return [read_file(name, data) for name, data in files]


def read_file(name: str, data: bytes) -> FileReading:
    """Read one Excel form; what refuses or fails is in the reading's problems."""
    from govdocs.rollup.taking_in.read_form import read_form

    digest = digest_of(data)
    try:
        form = read_form(data, name)
    except InputError as error:
        return FileReading(name, digest, problems=error.problems)
    except (
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
        MemoryError,
    ) as error:
        # A file can be broken in ways nobody has listed; the other 2,999 must still come in.
        said = f"{type(error).__name__}: {error}"[:120]
        return FileReading(
            name,
            digest,
            problems=(Problem("rollup.reader_failed", FilePlace(name), {"said": said}),),
        )
    if form is None:
        return FileReading(
            name, digest, not_a_form=True, problems=(Problem("rollup.not_a_form", FilePlace(name)),)
        )
    return FileReading(name, digest, form)
