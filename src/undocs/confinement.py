"""The confinement in which files from strangers are read: little memory and time, and no network."""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from pathlib import Path

from undocs.limits import Limits

_OPEN_FILES = 256
# Events that Python reports before it acts. Opening a socket is never part of reading.
_FORBIDDEN = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")


class Forbidden(Exception):
    """Something was tried that reading a document never needs."""


def confine(limits: Limits) -> None:
    """Confine this process, and all it starts, for good."""
    _limit(resource.RLIMIT_AS, limits.memory)
    # The first bound tells the process, the second would kill it without a word.
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, spare=1)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)
    _leave_network()
    sys.addaudithook(_watch)


def _limit(kind: int, most: int, *, spare: int = 0) -> None:
    _, before = resource.getrlimit(kind)
    most = most if before == resource.RLIM_INFINITY else min(most, before - spare)
    # Some systems know a limit but do not allow it (RLIMIT_AS on macOS); the others still hold.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (most, most + spare))


def _leave_network() -> None:
    """Move into a network of our own, where nothing can be reached; where the system forbids it, the watch remains."""
    if sys.platform != "linux":
        return
    user, group = os.getuid(), os.getgid()
    with contextlib.suppress(OSError):
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
        # Keep our own name in the new world, or no file could be written there.
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _watch(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise Forbidden(event)
