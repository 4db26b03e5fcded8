"""Runs an outside program with a time limit, and leaves no child of it behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its code, None where the time ran out, and what it said."""

    code: int | None
    said: str


def run(
    command: Sequence[str | Path],
    *,
    seconds: float,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run ``command`` in a group of its own; when the time is over the whole group is killed."""
    settings: dict[str, object] = (
        {"creationflags": 0x200} if sys.platform == "win32" else {"start_new_session": True}
    )
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=None if environment is None else dict(environment),
        **settings,  # type: ignore[call-overload]
    )
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _kill_group(process.pid)
        process.communicate()
        return Ended(None, "")
    except BaseException:
        _kill_group(process.pid)
        process.communicate()
        raise
    # soffice is a starter: a child that outlives it would hold the profile.
    _kill_group(process.pid)
    return Ended(process.returncode, bytes(said).decode("utf-8", "replace").strip())


def _kill_group(leader: int) -> None:
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(leader)], check=False, capture_output=True
        )
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
