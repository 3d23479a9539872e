"""Long work, told step by step: "2/4 Installing the libraries ... 3.2 s". What the programs say goes to logs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from starter.places import LOGS, ROOT


class Stopped(Exception):
    """The work cannot go on. `str(error)` says what happened and what to do, in one or two sentences."""


@dataclass
class Steps:
    """Counts the steps of one command and times each."""

    total: int
    done: int = 0

    @contextmanager
    def step(self, sentence: str) -> Iterator[None]:
        """Print the sentence before the work and the seconds it took after it."""
        self.done += 1
        print(f"{self.done}/{self.total} {sentence} ...", end=" ", flush=True)
        began = time.monotonic()
        try:
            yield
        except BaseException:
            print("stopped.", flush=True)
            raise
        print(f"{time.monotonic() - began:.1f} s", flush=True)


def run_quietly(
    command: Sequence[str], *, log: str, otherwise: str, environment: Mapping[str, str] | None = None
) -> str:
    """Run a command, its words kept in `.tools/logs/<log>.log`; return them, or stop and say `otherwise`."""
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{log}.log"
    with path.open("w", encoding="utf-8") as words:
        code = start(command, environment, words)
    text = path.read_text(encoding="utf-8", errors="replace")
    if code:
        raise Stopped(f"{otherwise}\nThe whole story is in {path.relative_to(ROOT)}; it ends:\n{_end(text)}")
    return text


def start(command: Sequence[str], environment: Mapping[str, str] | None = None, output: IO[str] | None = None) -> int:
    """Run a command in the project's root and return its exit status; its words go to the screen, or to `output`.

    `environment` is the whole of it; without one the command gets this process's own.
    """
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL if output else None,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            check=False,
        ).returncode
    except OSError as missing:
        print(missing, file=output or sys.stderr)
        return 127


def _end(text: str, lines: int = 5) -> str:
    return "\n".join(f"  | {line}" for line in text.strip().splitlines()[-lines:]) or "  | (it says nothing)"
