"""Has papers printed by a child process, one at a time: a process that serves pages stays as small as it was."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading

from suivi.reports.formats.model import Paper
from suivi.reports.formats.packing import packed

_PRESS = (sys.executable, "-I", "-m", "suivi.reports.formats.press")
_PATIENCE, _LONGEST = 20, 60
_TURN = threading.BoundedSemaphore(1)


class Busy(Exception):
    """Raised where so much is printed at this moment that a paper would take too long."""


def print_paper(paper: Paper, form: str) -> bytes:
    """Return a paper in one of the forms. The child knows nothing of our environment, and soon ends."""
    if not _TURN.acquire(timeout=_PATIENCE):
        raise Busy
    try:
        with tempfile.TemporaryDirectory(prefix="suivi-press-") as room:
            done = subprocess.run(  # noqa: S603  no word of a stranger gets into the command
                [*_PRESS, form],
                input=packed(paper).encode(),
                capture_output=True,
                check=True,
                timeout=_LONGEST,
                cwd=room,
                env={"PATH": os.defpath, "HOME": room, "TMPDIR": room, "LANG": "C.UTF-8"},
            )
    except subprocess.TimeoutExpired as late:
        raise Busy from late
    finally:
        _TURN.release()
    return done.stdout
