"""Is LibreOffice there? Where, and what to install where it is not."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from govdocs.errors import Problem, ToolMissing

VARIABLE = "GOVDOCS_SOFFICE"
"""Names the program where it lies somewhere unusual."""

_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MACOS = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    str(Path.home() / "Applications/LibreOffice.app/Contents/MacOS/soffice"),
)
_LINUX = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_ADVICE = {
    "win32": "请从 https://zh-cn.libreoffice.org 下载安装 LibreOffice，或在命令行执行 winget install TheDocumentFoundation.LibreOffice",
    "darwin": "请从 https://zh-cn.libreoffice.org 下载安装 LibreOffice，或执行 brew install --cask libreoffice",
    "linux": "请执行 sudo apt-get install libreoffice-writer libreoffice-calc（Debian、Ubuntu、统信、麒麟）或 sudo dnf install libreoffice-writer libreoffice-calc",
}


def find_libreoffice() -> Path | None:
    """Return LibreOffice's program, or None: the variable first, the path, then the usual places."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in ("soffice.com", "soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    places = {"win32": _WINDOWS, "darwin": _MACOS}.get(sys.platform, _LINUX)
    return next((Path(place) for place in places if Path(place).is_file()), None)


def require_libreoffice() -> Path:
    """Return LibreOffice's program; ToolMissing ``preview.no_libreoffice`` with what to install."""
    found = find_libreoffice()
    if found is None:
        advice = _ADVICE.get(sys.platform, _ADVICE["linux"])
        raise ToolMissing([Problem("preview.no_libreoffice", details={"advice": advice})])
    return found
