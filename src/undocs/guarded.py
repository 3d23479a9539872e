"""Reading a file from a stranger: in a child process with limits, so that whatever is in it harms nobody.

This module loads no parser. The child is `undocs.child`: it is told what to do in JSON on its standard input, and answers
on its standard output. It may die in any way: the caller gets `Unreadable` with a sentence.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from undocs.document import Document
from undocs.endings import Ending, sentence
from undocs.limits import Limits
from undocs.refusals import Unreadable

_FOR_STRANGERS = Limits()


def read(path: str | Path, limits: Limits = _FOR_STRANGERS) -> Document:
    """Read one document as `undocs.read` does, in a child process."""
    return Document.from_json(json.loads(_ask({"task": "read"}, path, limits)))


def page_picture(path: str | Path, page: int, width: int, limits: Limits = _FOR_STRANGERS) -> bytes:
    """Return one page of a PDF (`page` from 1) as a PNG `width` pixels wide."""
    return _ask({"task": "picture", "page": page, "width": width}, path, limits)


def _ask(task: dict[str, Any], path: str | Path, limits: Limits) -> bytes:
    """Give a child the task; return its answer, or raise `Unreadable` with the reason why there is none."""
    request = json.dumps(task | {"path": str(Path(path).absolute()), "limits": asdict(limits)}).encode()
    with tempfile.TemporaryDirectory(prefix="undocs-") as room:
        with _Child(room) as child:
            answer = child.converse(request, limits)
        if child.ending != Ending.DONE:
            raise Unreadable(sentence(child.ending, answer, limits))
        return answer


class _Child:
    """A child in a process group of its own, with nothing of our environment, at home in an empty folder."""

    def __init__(self, room: str) -> None:
        self.ending: int = Ending.FAILED
        self.stopped_as: Ending | None = None
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-m", "undocs.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=room,
            env={"PATH": os.defpath, "HOME": room, "TMPDIR": room, "LANG": "C.UTF-8"},
            start_new_session=True,
        )

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *_: object) -> None:
        """Wait until the child has ended, end whatever it started, and only then let go of its number."""
        os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)
        self._kill_group()
        status = self.process.wait()
        self.ending = status if self.stopped_as is None else self.stopped_as

    def converse(self, request: bytes, limits: Limits) -> bytes:
        """Send the request and return the answer; stop the child when it takes or says more than it may."""
        mouth, ear = self.process.stdout, self.process.stdin
        assert mouth is not None and ear is not None  # noqa: S101, PT018 - both are pipes, see above
        clock = threading.Timer(limits.wall_seconds, self._stop, [Ending.TOO_LATE])
        clock.start()
        try:
            with contextlib.suppress(BrokenPipeError), ear:
                ear.write(request)
            with mouth:
                answer = mouth.read(limits.answer + 1)
            if len(answer) > limits.answer:
                self._stop(Ending.TOO_LONG)
            os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)
        finally:
            clock.cancel()
        return answer

    def _stop(self, ending: Ending) -> None:
        self.stopped_as = ending
        self._kill_group()

    def _kill_group(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
