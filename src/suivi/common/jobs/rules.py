"""Where a job may stand, what moves it on, and how long a silence means that its worker is dead."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


OPEN = (JobState.WAITING, JobState.RUNNING)

TRANSITIONS: dict[JobState, dict[JobState, str]] = {
    JobState.WAITING: {JobState.RUNNING: "run_job", JobState.CANCELLED: "ask_to_cancel", JobState.FAILED: "reap"},
    JobState.RUNNING: {
        JobState.DONE: "run_job",
        JobState.FAILED: "end_badly",
        JobState.CANCELLED: "end_badly",
        JobState.WAITING: "wait_again",
    },
    JobState.DONE: {},
    JobState.FAILED: {},
    JobState.CANCELLED: {},
}

BEAT = timedelta(seconds=5)
"""How often a running job says that it lives."""
SILENCE = timedelta(seconds=30)
"""After this long without a beat the worker is taken for dead. A batch of writes must take much less."""
KEPT = timedelta(days=30)
"""How long jobs that have ended are kept."""


def wait_before(attempt: int) -> timedelta:
    """Return how long to wait before this attempt (2 is the second): ten seconds, then three times the last."""
    return timedelta(seconds=10 * 3 ** max(0, attempt - 2))
