"""The confinement in which files from strangers are read: little memory and time, and no network."""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from pathlib import Path

from undocs.limits import MEGABYTE, Limits

# LibreOffice alone needs more than any reader of ours: it may raise its own limits as far as this.
_MEMORY_OF_LIBREOFFICE = 4096 * MEGABYTE
_SECONDS_OF_LIBREOFFICE = 60
_OPEN_FILES = 256
# Events that Python reports before it acts. Opening a socket is never part of reading.
_FORBIDDEN = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")


class Forbidden(Exception):
    """Something was tried that reading a document never needs."""


def confine(limits: Limits) -> None:
    """Confine this process, and all it starts, for good."""
    _limit(resource.RLIMIT_AS, limits.memory, max(limits.memory, _MEMORY_OF_LIBREOFFICE))
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, max(limits.cpu_seconds, _SECONDS_OF_LIBREOFFICE))
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0, 0)
    _leave_network()
    sys.addaudithook(_watch)


def give_room() -> None:
    """Raise this process's limits to the utmost, for LibreOffice, before its process becomes its program."""
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
        _, utmost = resource.getrlimit(kind)
        resource.setrlimit(kind, (utmost, utmost))


def _limit(kind: int, now: int, utmost: int) -> None:
    _, before = resource.getrlimit(kind)
    if before != resource.RLIM_INFINITY:
        now, utmost = min(now, before), min(utmost, before)
    # Some systems know a limit but do not allow it (RLIMIT_AS on macOS); the others still hold.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (now, utmost))


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
