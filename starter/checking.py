"""Every law that a machine can hold, one line each: the same here as in continuous integration."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from starter import install
from starter.places import DEV_LOCK, LOGS, ROOT, nobodys_environment, program
from starter.steps import Steps, start

_DJANGO = [program("python"), "-m", "django"]

# What is held -> the command that says whether it is.
CHECKS: dict[str, list[str]] = {
    "The code is clean (ruff)": [program("ruff"), "check", "--quiet", "--output-format", "concise"],
    "The code is laid out alike (ruff)": [program("ruff"), "format", "--check", "--output-format", "concise"],
    "The types agree (mypy)": [program("mypy")],
    "No import goes up (import-linter)": [program("lint-imports"), "--no-logo"],
    "The templates are clean (djlint)": [program("djlint"), "src", "--lint", "--quiet"],
    "Every model has its migration": [*_DJANGO, "makemigrations", "--check", "--dry-run"],
    "A server on the open net is set safely": [*_DJANGO, "check", "--deploy", "--fail-level", "WARNING"],
    "The pictures of states are fresh": [program("python"), "-m", "suivi.common.states", "--check"],
    "The list of rooms is fresh": [program("python"), "-m", "starter.rooms", "--check"],
    "The translations are whole and compiled": [program("python"), "-m", "suivi.common.messages", "--check"],
    "The lock files name no address": [program("python"), "-m", "starter.locking"],
}
FIXES: dict[str, list[str]] = {
    "Mending what can be mended (ruff)": [program("ruff"), "check", "--fix", "--quiet"],
    "Laying out the code (ruff)": [program("ruff"), "format", "--quiet"],
    "Drawing the states anew": [program("python"), "-m", "suivi.common.states"],
    "Listing the rooms anew": [program("python"), "-m", "starter.rooms"],
    "Gathering and compiling the translations": [program("python"), "-m", "suivi.common.messages"],
}


SHOWN = 40  # lines of what a broken law has to say; the rest is in its log


def check() -> int:
    """Ask every check, also after one failed; return the exit status."""
    install.install(Steps(install.steps_needed(DEV_LOCK)), DEV_LOCK)
    with _no_instance() as environment:
        broken = [sentence for sentence, command in CHECKS.items() if not _holds(sentence, command, environment)]
    if broken:
        print(f"\n{len(broken)} of {len(CHECKS)} laws are broken. 'make fix' mends what a machine can mend.")
        return 1
    print(f"\nAll {len(CHECKS)} laws hold.")
    return 0


def fix() -> int:
    """Mend what a machine can mend; what is left, `check` tells."""
    steps = Steps(install.steps_needed(DEV_LOCK) + len(FIXES))
    install.install(steps, DEV_LOCK)
    with _no_instance() as environment:
        for sentence, command in FIXES.items():
            with steps.step(sentence), _log(sentence).open("w", encoding="utf-8") as words:
                start(command, environment, words)
    return 0


def _holds(sentence: str, command: Sequence[str], environment: Mapping[str, str]) -> bool:
    log, began = _log(sentence), time.monotonic()
    with log.open("w", encoding="utf-8") as words:
        holds = start(command, environment, words) == 0
    print(f"{'holds ' if holds else 'BROKEN'}  {sentence}  {time.monotonic() - began:.1f} s", flush=True)
    if not holds:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        more = [f"... {len(lines) - SHOWN} more lines in {log.relative_to(ROOT)}"] if len(lines) > SHOWN else []
        print("\n".join(f"    {line}" for line in [*lines[:SHOWN], *more]), flush=True)
    return holds


def _log(sentence: str) -> Path:
    LOGS.mkdir(parents=True, exist_ok=True)
    return LOGS / f"{sentence.partition(' (')[0].replace(' ', '-').lower()}.log"


@contextmanager
def _no_instance() -> Iterator[dict[str, str]]:
    """Give the environment of an instance that is on the open net and does not exist."""
    with tempfile.TemporaryDirectory(prefix="suivi-check-") as data:
        yield {
            **nobodys_environment(),
            "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
            "SUIVI_ADDRESS": "https://suivi.example",
            "SUIVI_DATA": data,
            "SUIVI_SECRET_KEY": "only-for-checking-" * 4,
        }
