"""Runs one job inside the worker: beats, tells its progress, and ends well or otherwise."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, transaction
from django.tasks import task
from django.utils import timezone

from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import BEAT, JobState, wait_before
from suivi.common.jobs.work import CancelAsked, Replaced, Work, WorkerStops, find_work

logger = logging.getLogger(__name__)

STOPPING = threading.Event()
"""Set when this worker was told to end: jobs go back to those that wait."""
SELDOM = timedelta(milliseconds=400)
"""Progress is written at most this often."""
BREATH = 0.03
"""Seconds to pause between two steps. SQLite lets one write at a time, and whoever waits looks only now and then: work
that writes without a pause would keep everybody else out."""


class Running:
    """The progress of one attempt at a job. Whoever was replaced by another worker can no longer write."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.told_at: datetime | None = None

    def tell(self, done: int, total: int) -> None:
        """Write how far it is, seldom enough to cost nothing; raise `Interrupted` where it shall end."""
        if STOPPING.is_set():
            raise WorkerStops
        time.sleep(BREATH)
        now = timezone.now()
        if self.told_at and now - self.told_at < SELDOM and done < total:
            return
        self.told_at = now
        if not Job.objects.attempt_of(self.job).update(done=done, total=total, beat_at=now):
            raise Replaced
        if Job.objects.filter(pk=self.job.pk, cancel_asked_at__isnull=False).exists():
            raise CancelAsked

    def hold(self) -> None:
        """Lock the job's row for the transaction that has begun; raise `Replaced` where another worker has it."""
        if not Job.objects.attempt_of(self.job).select_for_update().exists():
            raise Replaced


@task()
def run_job(job_id: int) -> None:
    """Do one waiting job; do nothing where it does not wait any more."""
    job = _claim(job_id)
    if job is None:
        return
    work = find_work(job.work)
    try:
        with _beating(job):
            work(Running(job), **job.arguments)
    except CancelAsked:
        end_badly(job, work, JobState.CANCELLED)
    except WorkerStops:
        wait_again(job, fresh=True)
    except Replaced:
        logger.warning("Job %s was taken over by another worker.", job.pk)
    except Exception as error:
        logger.exception("Job %s failed at attempt %s.", job.pk, job.attempt)
        if job.attempt < work.attempts:
            wait_again(job, after=wait_before(job.attempt + 1))
        else:
            end_badly(job, work, JobState.FAILED, type(error).__name__)
    else:
        _end(job, JobState.DONE)


@transaction.atomic
def wait_again(job: Job, *, fresh: bool = False, after: timedelta | None = None) -> None:
    """Put a running job back to those that wait; `fresh` forgets the attempt a stopping worker broke off."""
    changed = {"state": JobState.WAITING, "attempt": job.attempt - 1 if fresh else job.attempt}
    if Job.objects.attempt_of(job).update(**changed):
        put_in_line(job, after=after)


def put_in_line(job: Job, *, after: timedelta | None = None) -> None:
    """Give a waiting job a place in the worker's queue, now or after a while."""
    due = run_job.using(run_after=timezone.now() + after) if after else run_job
    job.task_id = due.enqueue(job.pk).id
    job.save(update_fields=["task_id"])


@transaction.atomic
def end_badly(job: Job, work: Work, state: JobState, failure: str = "") -> None:
    """Close a running job as failed or cancelled, and let its work clean up in the same transaction."""
    if _end(job, state, failure):
        work.close(state, **job.arguments)


def _claim(job_id: int) -> Job | None:
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(pk=job_id, state=JobState.WAITING).first()
        if job is None:
            return None
        now = timezone.now()
        job.state, job.attempt, job.began_at, job.beat_at = JobState.RUNNING, job.attempt + 1, job.began_at or now, now
        job.save(update_fields=["state", "attempt", "began_at", "beat_at"])
        return job


def _end(job: Job, state: JobState, failure: str = "") -> int:
    return Job.objects.attempt_of(job).update(state=state, ended_at=timezone.now(), failure=failure)


@contextmanager
def _beating(job: Job) -> Iterator[None]:
    """Say from a thread of its own that the job lives, also while the work waits for a child process."""
    ended = threading.Event()
    heart = threading.Thread(target=_beat, args=(job, ended), daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()


def _beat(job: Job, ended: threading.Event) -> None:
    try:
        while not ended.wait(BEAT.total_seconds()):
            try:
                Job.objects.attempt_of(job).update(beat_at=timezone.now())
            except DatabaseError:
                logger.warning("Job %s could not beat: the database was busy.", job.pk)
    finally:
        connection.close()
