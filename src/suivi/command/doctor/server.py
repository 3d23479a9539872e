"""How the instance is open to the world: debugging, its address, second factors; and whether its worker lives."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from suivi.command.doctor.findings import Check, Finding, bad, good, look
from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import JobState

NEAR = {"localhost", "127.0.0.1", "::1"}
PATIENCE = timedelta(minutes=2)
"""A job that nobody begins for so long has no worker."""


class Line(NamedTuple):
    """Jobs: how many wait for too long, how many are held by a worker that fell silent, how many run."""

    overdue: int
    silent: int
    running: int


def judge_debugging(on: bool) -> Finding:  # noqa: FBT001  what was measured
    """Judge whether failures are shown with the server's insides."""
    if on:
        return bad("SUIVI_DEBUG is on: a failure shows the server's insides to whoever meets it.", "Unset SUIVI_DEBUG.")
    return good("A failure shows one sentence and nothing more.")


def judge_address(address: str) -> Finding:
    """Judge whether what people type travels encrypted."""
    parts = urlsplit(address)
    if parts.scheme == "https":
        return good(f"{address} travels encrypted.")
    if parts.hostname in NEAR:
        return look(f"{address} is for this machine alone.", "Before others use it: SUIVI_ADDRESS=https://your.address")
    return bad(
        f"{address} is not encrypted: passwords can be read on the way.", "Put it behind https, and set SUIVI_ADDRESS."
    )


def judge_second_factor(on: bool) -> Finding:  # noqa: FBT001  what was measured
    """Judge whether a stolen password is enough to come in."""
    if on:
        return good("Whoever writes needs more than a password.")
    near = urlsplit(settings.ADDRESS).hostname in NEAR
    says = "A password alone opens every account (SUIVI_SECOND_FACTOR, or a demo)."
    remedy = "Unset SUIVI_SECOND_FACTOR and SUIVI_DEMO before real people work here."
    return look(says, remedy) if near else bad(says, remedy)


def _line() -> Line:
    now = timezone.now()
    waiting = Job.objects.filter(state=JobState.WAITING, asked_at__lt=now - PATIENCE)
    running = Job.objects.filter(state=JobState.RUNNING)
    return Line(waiting.count(), Job.objects.silent_since(now).count(), running.count())


def judge_worker(line: Line) -> Finding:
    """Judge whether somebody does the long work."""
    if line.silent or (line.overdue and not line.running):
        return bad(
            f"{line.overdue} jobs wait, {line.silent} are held by a worker that fell silent: no worker seems to run.",
            "Start one: suivi worker",
        )
    return good(f"The worker keeps up: {line.running} running, {line.overdue} waiting for more than two minutes.")


CHECKS = (
    Check("Debugging", lambda: settings.DEBUG, judge_debugging),
    Check("Address", lambda: settings.ADDRESS, judge_address),
    Check("Second factor", lambda: settings.SECOND_FACTOR, judge_second_factor),
    Check("Worker", _line, judge_worker),
)
