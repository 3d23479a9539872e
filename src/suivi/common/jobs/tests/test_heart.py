"""A job lives while its worker does, also where the work itself says nothing for long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from suivi.common.jobs import running
from suivi.common.jobs.actions import start
from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import JobState
from suivi.common.jobs.running import run_job


@pytest.mark.django_db(transaction=True)
def test_a_silent_job_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BEAT", timedelta(milliseconds=20))
    job = start("suivi.common.jobs.tests.examples.stay_silent", seconds=0.5)
    run_job.call(job.pk)
    job = Job.objects.get(pk=job.pk)
    assert job.state == JobState.DONE
    assert job.beat_at is not None
    assert job.began_at is not None
    assert job.beat_at - job.began_at > timedelta(milliseconds=200)
