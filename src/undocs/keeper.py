"""Starts the child that reads, listens to it, ends it and whatever it started, and says how it ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import IO, Self, cast

from undocs.endings import Ending, sentence
from undocs.limits import Limits
from undocs.refusals import Unreadable

READER = (sys.executable, "-I", "-m", "undocs.child")
_LONGEST_LINE = 8 * 1024 * 1024
_LONGEST_REASON = 64 * 1024


class Keeper:
    """Keeps one child in a process group of its own, with nothing of our environment, at home in an empty folder.

    Within the context `answer` or `lines` give what the child says. At its end `Unreadable` is raised, with the reason,
    where the child did not end well.
    """

    def __init__(self, request: bytes, limits: Limits, program: Sequence[str] = READER) -> None:
        self._program = program
        self._request = request
        self._limits = limits
        self._stopped_as: Ending | None = None
        self._clock = threading.Timer(limits.wall_seconds, self._stop, [Ending.TOO_LATE])

    def __enter__(self) -> Self:
        """Start the child and tell it what to do."""
        self._room = tempfile.TemporaryDirectory(prefix="undocs-")
        self._child = subprocess.Popen(  # noqa: S603 - no word of a stranger gets into it
            self._program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self._room.name,
            env={"PATH": os.defpath, "HOME": self._room.name, "TMPDIR": self._room.name, "LANG": "C.UTF-8"},
            start_new_session=True,
        )
        self._says, self._tells_why = cast("IO[bytes]", self._child.stdout), cast("IO[bytes]", self._child.stderr)
        self._clock.start()
        with contextlib.suppress(BrokenPipeError), cast("IO[bytes]", self._child.stdin) as ear:
            ear.write(self._request)
        return self

    def answer(self) -> bytes:
        """Return all the child says, if it is not longer than allowed."""
        said = self._says.read(self._limits.answer + 1)
        if len(said) > self._limits.answer:
            self._stop(Ending.TOO_LONG)
        return said

    def lines(self) -> Iterator[bytes]:
        """Yield line by line what the child says."""
        while line := self._says.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                self._stop(Ending.TOO_LONG)
                return
            yield line

    def __exit__(self, error: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        """Let the child end, or end it where the caller has had enough; end its group, and only then forget it."""
        if error is not None:
            self._kill()
        reason = self._tells_why.read(_LONGEST_REASON)
        os.waitid(os.P_PID, self._child.pid, os.WEXITED | os.WNOWAIT)
        self._clock.cancel()
        self._kill()
        self._says.close()
        self._tells_why.close()
        status = self._child.wait()
        self._room.cleanup()
        if error is None and (status != Ending.DONE or self._stopped_as):
            raise Unreadable(sentence(self._stopped_as or status, reason, self._limits))

    def _stop(self, ending: Ending) -> None:
        self._stopped_as = ending
        self._kill()

    def _kill(self) -> None:
        """End the whole group. Until we wait for the child, its number stays taken, so nobody else can be hit."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._child.pid, signal.SIGKILL)
