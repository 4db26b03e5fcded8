"""A note for the maintainers when the program itself breaks, in the folder for temporary files."""

from __future__ import annotations

import platform
import tempfile
import traceback
from pathlib import Path

from govdocs import __version__


def write_fault_note(error: Exception) -> Path:
    """Write where the program broke and return the path; no message, since it may quote the case."""
    frames = "".join(
        f"{frame.filename}:{frame.lineno} {frame.name}\n"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    text = (
        f"govdocs {__version__} · Python {platform.python_version()} · {platform.platform()}\n"
        f"{type(error).__module__}.{type(error).__name__}\n{frames}"
    )
    path = Path(tempfile.gettempdir()) / "govdocs-出错记录.txt"
    path.write_text(text, encoding="utf-8")
    return path
