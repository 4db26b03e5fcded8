"""manifest.json: what the papers were made from, so that anyone can prove it later."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version

from govdocs import __version__

LIBRARIES = ("docxtpl", "jinja2", "lxml", "openpyxl", "pydantic", "python-docx", "ruamel.yaml")


def manifest(
    data: Mapping[str, bytes], templates: Mapping[str, bytes], outputs: Mapping[str, bytes]
) -> bytes:
    """Return the manifest: SHA-256 of data, templates and outputs by file name, and versions.

    It holds no time and no path, so that the same input gives the same bytes everywhere.
    """
    content = {
        "program": {"name": "govdocs", "version": __version__},
        "python": ".".join(platform.python_version_tuple()[:2]),
        "libraries": {name: version(name) for name in LIBRARIES},
        "data": _hashes(data),
        "templates": _hashes(templates),
        "outputs": _hashes(outputs),
    }
    return (json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
