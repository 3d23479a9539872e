"""An instance of its own on the disk, as one would keep it, with commands run as programs of their own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

SUIVI = (sys.executable, "-c", "from suivi.command import main; main()")


class Instance:
    """Its database, its files, its commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = {"SUIVI_DATA": str(folder), "SUIVI_DATABASE": "", "DJANGO_SETTINGS_MODULE": "suivi.config.settings"}
        self.environment = {**os.environ, **settings}
        self.run("-m", "django", "migrate", "-v0")

    def run(self, *words: str) -> None:
        """Run a program of Python, which must end well."""
        subprocess.run([sys.executable, *words], env=self.environment, check=True, capture_output=True)  # noqa: S603  ours

    def suivi(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `suivi` with these words to its end, with nobody at the keyboard."""
        return subprocess.run(  # noqa: S603  ours
            [*SUIVI, *words],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )

    @contextmanager
    def running(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        """Run `suivi` with these words beside the test, and end it with the test at the latest."""
        process = subprocess.Popen(  # noqa: S603  ours
            [*SUIVI, *words],
            env=self.environment | {"PYTHONUNBUFFERED": "1"},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            # With whatever it started: a server's processes would hold the pipe open, and the test with it.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[str]]:
        """Run a worker."""
        with self.running("worker", "--interval", "0.05") as process:
            yield process

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database, or tell it something."""
        with closing(sqlite3.connect(self.folder / "suivi.sqlite3", timeout=20)) as database, database:
            return database.execute(question).fetchall()

    def wait_until(self, question: str, seconds: float = 60) -> None:
        """Wait until the answer to a question is no longer nothing."""
        began = time.monotonic()
        while not self.ask(question)[0][0]:
            assert time.monotonic() - began < seconds, question
            time.sleep(0.01)
