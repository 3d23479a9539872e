"""Every law that a machine can hold, one line each: the same here as in continuous integration."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence

from starter import install
from starter.locking import find_addresses
from starter.places import DEV_LOCK, LOGS, nobodys_environment, program
from starter.steps import Steps, start

_DJANGO = [program("python"), "-m", "django"]

# What is held -> the command that says whether it is.
CHECKS: dict[str, list[str]] = {
    "The code is clean (ruff)": [program("ruff"), "check", "--quiet"],
    "The code is laid out alike (ruff)": [program("ruff"), "format", "--check", "--quiet"],
    "The types agree (mypy)": [program("mypy")],
    "No import goes up (import-linter)": [program("lint-imports"), "--no-logo"],
    "The templates are clean (djlint)": [program("djlint"), "src", "--lint", "--quiet"],
    "Every model has its migration": [*_DJANGO, "makemigrations", "--check", "--dry-run"],
    "A server on the open net is set safely": [*_DJANGO, "check", "--deploy", "--fail-level", "WARNING"],
    "The pictures of states are fresh": [program("python"), "-m", "suivi.common.states", "--check"],
    "The translations are whole and compiled": [program("python"), "-m", "suivi.common.messages", "--check"],
}
FIXES: dict[str, list[str]] = {
    "Mending what can be mended (ruff)": [program("ruff"), "check", "--fix", "--quiet"],
    "Laying out the code (ruff)": [program("ruff"), "format", "--quiet"],
    "Drawing the states anew": [program("python"), "-m", "suivi.common.states"],
    "Gathering and compiling the translations": [program("python"), "-m", "suivi.common.messages"],
}


def check() -> int:
    """Ask every check, also after one failed; return the exit status."""
    install.install(Steps(install.steps_needed(DEV_LOCK)), DEV_LOCK)
    failed = [sentence for sentence, command in CHECKS.items() if not _holds(sentence, command)]
    addresses = find_addresses()
    _tell("The lock files name no address", not addresses, 0.0)
    for address in addresses:
        print(address)
    count = len(failed) + bool(addresses)
    print(
        f"\n{len(CHECKS) + 1 - count} laws hold, {count} broken. 'make fix' mends what a machine can mend."
        if count
        else f"\nAll {len(CHECKS) + 1} laws hold."
    )
    return 1 if count else 0


def fix() -> int:
    """Mend what a machine can mend; what is left, `check` tells."""
    steps = Steps(install.steps_needed(DEV_LOCK) + len(FIXES))
    install.install(steps, DEV_LOCK)
    for sentence, command in FIXES.items():
        with steps.step(sentence):
            start(command, _no_instance("unused"))
    return 0


def _holds(sentence: str, command: Sequence[str]) -> bool:
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / "check.log"
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="suivi-check-") as data, log.open("w", encoding="utf-8") as words:
        holds = start(command, _no_instance(data), words) == 0
    _tell(sentence, holds, time.monotonic() - began)
    if not holds:
        print(log.read_text(encoding="utf-8"))
    return holds


def _tell(sentence: str, holds: bool, seconds: float) -> None:  # noqa: FBT001  a yes or no is what is told
    print(f"{'holds ' if holds else 'BROKEN'}  {sentence}  {seconds:.1f} s", flush=True)


def _no_instance(data: str) -> dict[str, str]:
    """Return the environment of an instance that is on the open net and does not exist."""
    return {
        **nobodys_environment(),
        "DJANGO_SETTINGS_MODULE": "suivi.config.settings",
        "SUIVI_ADDRESS": "https://suivi.example",
        "SUIVI_DATA": data,
        "SUIVI_SECRET_KEY": "only-for-checking-" * 4,
    }
