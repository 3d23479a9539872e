"""Programs that run side by side until they are told to end; where one ends by itself, that is said."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from typing import Self

from starter.places import LOGS, ROOT
from starter.steps import Stopped

GRACE = 10.0  # seconds a program has to finish what it is doing


class Children:
    """The running programs by name. Use it as a context: whatever happens, none outlives it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def start(self, name: str, command: Sequence[str]) -> None:
        """Start a program apart from this terminal's Ctrl-C, with its words in `.tools/logs/<name>.log`."""
        LOGS.mkdir(parents=True, exist_ok=True)
        with (LOGS / f"{name}.log").open("wb") as log:
            self.running[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def check(self) -> None:
        """Stop the work where one has ended by itself, with the last words it said."""
        for name, child in self.running.items():
            if child.poll() is not None:
                raise Stopped(
                    f"The {name} ended by itself (exit status {child.returncode}). It said:\n{_last_words(name)}"
                )

    def end(self) -> None:
        """Ask all to end, and end those that do not within `GRACE` seconds."""
        for child in self.running.values():
            child.terminate()
        for child in self.running.values():
            try:
                child.wait(GRACE)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self.running.clear()


def _last_words(name: str, lines: int = 8) -> str:
    text = (LOGS / f"{name}.log").read_text(encoding="utf-8", errors="replace")
    return "\n".join(f"  | {line}" for line in text.strip().splitlines()[-lines:]) or "  | (nothing)"
