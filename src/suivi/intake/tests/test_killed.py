"""A worker killed in the middle of an import, for real: the next one completes it, and nothing is there twice."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from suivi.intake.tests.instance import Instance

STATES = ("Norway", "Peru", "Chile", "Kenya", "Japan", "Ghana", "Malta", "Nepal", "Tonga", "Samoa", "Benin", "Gabon")
SESSIONS = (8, 20, 36)
REVIEWS = len(STATES) * len(SESSIONS)
ROWS = 100

BRING_AND_CONFIRM = """
import django, runpy
django.setup()
runpy.run_module("suivi.intake.tests.bring_and_confirm", run_name="__main__")
"""


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    """An instance with an export of many reviews, read and confirmed, that no worker has taken into the record yet."""
    made = Instance(tmp_path / "data")
    lines = ["State under Review,Recommending State,Recommendation,Response,Action,Issue,Session"]
    lines += [
        f"{state},Fiji,Light lighthouse {row} of {state},Accepted,5,Other,{session}"
        for state in STATES
        for session in SESSIONS
        for row in range(ROWS)
    ]
    export = tmp_path / "upr-info.csv"
    export.write_text("\n".join(lines), encoding="utf-8")
    made.run("-c", BRING_AND_CONFIRM, str(export))
    return made


APPLIED = "SELECT count(*) FROM jobs_job WHERE state = 'done' AND work LIKE '%.apply_import'"
DONE = "SELECT count(*) FROM intake_plannedreview WHERE applied_at IS NOT NULL"


def test_a_worker_killed_in_the_middle_leaves_an_import_that_the_next_one_completes_once(instance: Instance) -> None:
    with instance.worker() as first:
        instance.wait_until(f"SELECT ({DONE}) >= 2")
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    [(done,)] = instance.ask(DONE)
    assert 2 <= done < REVIEWS, "killed in the middle"
    # Half a minute later:
    instance.ask("UPDATE jobs_job SET beat_at = '2001-01-01 00:00:00' WHERE state = 'running'")
    with instance.worker():
        instance.wait_until(APPLIED)
    assert instance.ask("SELECT state FROM intake_import") == [("applied",)]
    assert instance.ask("SELECT count(*), count(DISTINCT key) FROM record_recommendation") == [(REVIEWS * ROWS,) * 2]
    assert instance.ask("SELECT count(*) FROM record_response") == [(REVIEWS * ROWS,)]
    assert instance.ask("SELECT count(*) FROM history_event WHERE verb = 'apply_import'") == [(REVIEWS,)]
    assert instance.ask("SELECT state, attempt FROM jobs_job WHERE work LIKE '%.apply_import'") == [("done", 2)]


def test_a_worker_told_to_end_gives_the_import_back_at_once(instance: Instance) -> None:
    with instance.worker() as first:
        instance.wait_until(f"SELECT ({DONE}) >= 1")
        first.terminate()
        assert first.wait(10) == 0
    [(state, attempt)] = instance.ask("SELECT state, attempt FROM jobs_job WHERE work LIKE '%.apply_import'")
    assert (state, attempt) in {("waiting", 0), ("done", 1)}
    with instance.worker():
        instance.wait_until(APPLIED)
    assert instance.ask("SELECT count(*) FROM record_recommendation") == [(REVIEWS * ROWS,)]


def test_an_import_asked_to_end_while_it_is_applied_keeps_whole_reviews_only(instance: Instance) -> None:
    with instance.worker():
        instance.wait_until(f"SELECT ({DONE}) >= 1")
        instance.ask("UPDATE jobs_job SET cancel_asked_at = '2026-01-01 00:00:00' WHERE state = 'running'")
        instance.wait_until("SELECT count(*) FROM intake_import WHERE state = 'cancelled'")
    [(done,)] = instance.ask(DONE)
    assert instance.ask("SELECT count(*) FROM record_recommendation") == [(done * ROWS,)]
    assert instance.ask("SELECT count(*) FROM intake_line") == [(0,)]
