"""Starts jobs, asks them to end, and takes over those whose worker died."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import KEPT, OPEN, SILENCE, JobState
from suivi.common.jobs.running import end_badly, put_in_line, wait_again
from suivi.common.jobs.work import find_work

logger = logging.getLogger(__name__)


@transaction.atomic
def start(path: str, *, once: str = "", after: timedelta | None = None, **arguments: Any) -> Job:
    """Write down a job for the worker and return it. Inside a transaction, it exists only if that one does.

    `path` says where the work stands (`suivi.intake.tasks.read_import`): actions stand below tasks and cannot import
    them. `arguments` must be plain JSON. With `once`, an open job of that name is returned instead of a second one.
    With `after`, it is begun only when so much time has passed.
    """
    find_work(path)
    try:
        with transaction.atomic():
            job = Job.objects.create(work=path, arguments=arguments, once=once)
    except IntegrityError:
        return Job.objects.get(once=once, state__in=OPEN)
    put_in_line(job, after=after)
    return job


@transaction.atomic
def ask_to_cancel(job: Job) -> None:
    """End a waiting job at once; ask a running one to end at its next step."""
    now = timezone.now()
    if Job.objects.filter(pk=job.pk, state=JobState.WAITING).update(state=JobState.CANCELLED, ended_at=now):
        find_work(job.work).close(JobState.CANCELLED, **job.arguments)
    else:
        Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(cancel_asked_at=now)


def reap(now: datetime) -> int:
    """Take over jobs whose worker died and return how many. Two reapers at once take each job once."""
    silent = [_take_over(job, now) for job in Job.objects.silent_since(now)]
    lost = [_put_back(job) for job in _lost(now)]
    return sum(silent) + sum(lost)


def forget(now: datetime) -> None:
    """Drop what ended long ago."""
    Job.objects.exclude(state__in=OPEN).filter(ended_at__lt=now - KEPT).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()


def _take_over(job: Job, now: datetime) -> bool:
    with transaction.atomic():
        # Whoever locks the row while it is still silent has it; the other finds it changed.
        if not Job.objects.silent_since(now).attempt_of(job).select_for_update().exists():
            return False
        _bury_task(job, now)
        work = find_work(job.work)
        if job.cancel_asked_at:
            end_badly(job, work, JobState.CANCELLED)
        elif job.attempt >= work.attempts:
            end_badly(job, work, JobState.FAILED, "WorkerDied")
        else:
            wait_again(job)
    logger.warning("Job %s had lost its worker.", job.pk)
    return True


def _lost(now: datetime) -> list[Job]:
    """Return jobs that wait, but stand in no queue: their worker died between taking the task and taking the job."""
    in_line = DBTaskResult.objects.filter(id=OuterRef("task_id"))
    coming = in_line.filter(status=TaskResultStatus.READY) | in_line.filter(
        status=TaskResultStatus.RUNNING, started_at__gte=now - SILENCE
    )
    return list(Job.objects.filter(state=JobState.WAITING, asked_at__lt=now - SILENCE).exclude(Exists(coming)))


def _put_back(job: Job) -> bool:
    with transaction.atomic():
        still = Job.objects.select_for_update().filter(pk=job.pk, state=JobState.WAITING, task_id=job.task_id)
        if not still.exists():
            return False
        _bury_task(job, timezone.now())
        put_in_line(job)
        return True


def _bury_task(job: Job, now: datetime) -> None:
    """Mark the queue's row of a dead worker as failed, so that it does not seem to run for ever."""
    DBTaskResult.objects.filter(id=job.task_id, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED, finished_at=now, traceback="The worker died."
    )
