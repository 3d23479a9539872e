"""Runs every test: all of them on SQLite, those of the database on PostgreSQL too, the journeys in a real browser."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from starter import install
from starter.browser import find_browser
from starter.outcome import Outcome, read_outcome
from starter.places import DEV_LOCK, nobodys_environment, program
from starter.postgres import find_postgres
from starter.steps import Steps, start

IN_PARALLEL = ["-n", "auto", "--dist", "loadfile"]
ON_DATABASE = ["src/suivi", "--database-only"]


def test(words: Sequence[str]) -> int:
    """Install what tests need, run both lanes, tell what was skipped and why; return the exit status.

    `words` go to pytest as they are, for one lane on SQLite: `python3 run.py test src/undocs -k matrix`.
    """
    steps = Steps(install.steps_needed(DEV_LOCK) + 2)
    install.install(steps, DEV_LOCK)
    with steps.step("Looking for a browser"):
        browser, no_browser = find_browser()
    with steps.step("Looking for a PostgreSQL server"):
        postgres, no_postgres = find_postgres()
    said = {"SUIVI_TEST_CHROMIUM": browser, "SUIVI_TEST_NO_CHROMIUM": no_browser}

    outcome = _lane("SQLite: everything", words, said) if words else _lane("SQLite: everything", IN_PARALLEL, said)
    if not words and postgres:
        said["SUIVI_DATABASE"] = postgres
        outcome += _lane("PostgreSQL: what touches the database", [*ON_DATABASE, *IN_PARALLEL], said)
    elif not words:
        outcome.left_out.append(f"The PostgreSQL lane: {no_postgres}")
    if no_browser:
        outcome.left_out.append(f"The journeys in a browser: {no_browser}")
    print(outcome.told(), flush=True)
    return 0 if outcome.is_good else 1


def _lane(title: str, words: Sequence[str], said: Mapping[str, str]) -> Outcome:
    """Run pytest once, in a data folder of its own, and return what came of it."""
    print(f"\n== {title} ==", flush=True)
    with tempfile.TemporaryDirectory(prefix="suivi-test-") as folder:
        results = Path(folder) / "results.xml"
        command = [program("python"), "-m", "pytest", f"--junit-xml={results}", *words]
        code = start(command, {**nobodys_environment(), **said, "SUIVI_DATA": folder, "COLUMNS": "120"})
        return read_outcome(results, code)
