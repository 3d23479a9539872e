"""The doctor: each thing it looks at can be bad or worth a look, and it says what to do."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner
from pytest_django import Settings

from suivi.command import doctor
from suivi.command.doctor.findings import Check, Finding, State, bad, good
from suivi.command.doctor.server import Line
from suivi.history.queries import Verdict

MB = 1024 * 1024

# What each check may measure when something is wrong, and when all is well.
WRONG: dict[str, tuple[State, Any]] = {
    "Database": (State.LOOK, ("SQLite", (3, 51, 2))),
    "Durable writes": (State.BAD, {"journal_mode": "wal", "synchronous": "1"}),
    "Database file": (State.BAD, "row 7 missing from index"),
    "Migrations": (State.BAD, 2),
    "History": (State.BAD, Verdict(6, "0" * 64, 7)),
    "Free disk": (State.BAD, 499 * MB),
    "Data folder": (State.BAD, 0o40755),
    "Secret key": (State.BAD, 0o100640),
    "Debugging": (State.BAD, True),
    "Address": (State.BAD, "http://suivi.example"),
    "Second factor": (State.LOOK, False),
    "Worker": (State.BAD, Line(overdue=3, silent=0, running=0)),
}
WELL: dict[str, Any] = {
    "Database": ("SQLite", (3, 51, 3)),
    "Durable writes": {"journal_mode": "wal", "synchronous": "2"},
    "Database file": "ok",
    "Migrations": 0,
    "History": Verdict(6, "0" * 64, None),
    "Free disk": 3000 * MB,
    "Data folder": 0o40700,
    "Secret key": 0o100600,
    "Debugging": False,
    "Address": "https://suivi.example",
    "Second factor": True,
    "Worker": Line(overdue=3, silent=0, running=1),
}
BY_NAME = {check.name: check for check in doctor.CHECKS}


def test_everything_it_looks_at_is_tried_here() -> None:
    assert set(BY_NAME) == set(WRONG) == set(WELL)


@pytest.mark.parametrize("name", list(WRONG))
def test_it_sees_what_is_wrong_and_says_what_to_do(name: str) -> None:
    state, measured = WRONG[name]
    finding = BY_NAME[name].judge(measured)
    assert finding.state is state
    assert finding.remedy


@pytest.mark.parametrize("name", list(WELL))
def test_it_sees_what_is_well(name: str) -> None:
    assert BY_NAME[name].judge(WELL[name]).state is State.GOOD


@pytest.mark.parametrize(
    ("name", "measured", "state"),
    [
        ("Database", ("PostgreSQL", (15, 14)), State.GOOD),
        ("Durable writes", {"journal_mode": "delete", "synchronous": "2"}, State.BAD),
        ("Durable writes", {"fsync": "on", "synchronous_commit": "on"}, State.GOOD),
        ("Durable writes", {"fsync": "off", "synchronous_commit": "on"}, State.BAD),
        ("Durable writes", {"fsync": "on", "synchronous_commit": "off"}, State.BAD),
        ("Free disk", 1000 * MB, State.LOOK),
        ("Secret key", None, State.GOOD),
        ("Address", "http://localhost:8000", State.LOOK),
        ("Worker", Line(overdue=0, silent=1, running=1), State.BAD),
    ],
)
def test_it_tells_apart_what_looks_alike(name: str, measured: object, state: State) -> None:
    assert BY_NAME[name].judge(measured).state is state


def test_a_password_alone_is_bad_where_strangers_can_come(settings: Settings) -> None:
    settings.ADDRESS = "https://suivi.example"
    assert BY_NAME["Second factor"].judge(False).state is State.BAD


def test_what_cannot_be_looked_at_is_bad() -> None:
    def failing() -> None:
        raise OSError("no such disk")

    finding = Check("Free disk", failing, lambda _measured: good("")).find()
    assert finding.state is State.BAD
    assert "no such disk" in finding.says


@pytest.mark.parametrize(("finding", "code"), [(good("Well."), 0), (bad("Broken.", "Mend it."), 1)])
def test_it_fails_only_where_something_is_bad(monkeypatch: pytest.MonkeyPatch, finding: Finding, code: int) -> None:
    monkeypatch.setattr(doctor, "CHECKS", (Check("Thing", lambda: None, lambda _measured: finding),))
    done = CliRunner().invoke(doctor.command)
    assert done.exit_code == code
    assert "Thing" in done.output


def test_quietly_it_says_only_what_is_not_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "CHECKS", (Check("Thing", lambda: None, lambda _measured: good("Well.")),))
    assert CliRunner().invoke(doctor.command, ["--quiet"]).output == ""
