"""A file name as a URI: relative to the folder of the run where the file lies in it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import quote


def file_uri(file: str, root: Path | None = None) -> tuple[str, bool]:
    """Return the URI of ``file`` and whether it is relative.

    An absolute name becomes relative to ``root`` where it lies below it, else a ``file:`` URI.
    Backslashes of Windows become slashes; Chinese and spaces are percent-encoded as UTF-8.
    """
    windows = PureWindowsPath(file)
    path: PurePosixPath | PureWindowsPath = (
        windows if windows.is_absolute() else PurePosixPath(file)
    )
    if not path.is_absolute():
        name = file if "/" in file else windows.as_posix()
        # A first segment with a colon would be read as a scheme (RFC 3986, 4.2).
        return quote(str(PurePosixPath(name)), safe="/"), True
    if root is not None:
        try:
            return quote(Path(file).relative_to(root).as_posix(), safe="/"), True
        except ValueError:
            pass
    return path.as_uri(), False
