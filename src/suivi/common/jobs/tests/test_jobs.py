"""What a job promises: done once, told while it runs, tried again, cancelled, taken over from the dead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from suivi.common.jobs import running
from suivi.common.jobs.actions import ask_to_cancel, forget, reap, start
from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import KEPT, SILENCE, JobState, wait_before
from suivi.common.jobs.running import Running, run_job
from suivi.common.jobs.tests import examples
from suivi.common.jobs.work import CancelAsked, Replaced

pytestmark = pytest.mark.django_db

COUNT = "suivi.common.jobs.tests.examples.count"
STUMBLE = "suivi.common.jobs.tests.examples.stumble"


@pytest.fixture(autouse=True)
def seen() -> Iterator[list[str]]:
    examples.SEEN.clear()
    yield examples.SEEN
    running.STOPPING.clear()


def at_work(job: Job, *, silent_for: timedelta = timedelta(0)) -> Job:
    """Return the job as a worker has it that was last heard of so long ago."""
    beat_at = timezone.now() - silent_for
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempt=job.attempt + 1, beat_at=beat_at)
    DBTaskResult.objects.filter(id=job.task_id).update(status=TaskResultStatus.RUNNING, started_at=beat_at)
    job.refresh_from_db()
    return job


def fresh(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def test_a_job_waits_in_the_queue_and_is_done_once(seen: list[str]) -> None:
    job = start(COUNT, to=2)
    assert DBTaskResult.objects.ready().count() == 1
    run_job.call(job.pk)
    run_job.call(job.pk)
    assert seen == ["1", "2"]
    assert (fresh(job).state, fresh(job).done, fresh(job).total) == (JobState.DONE, 2, 2)


def test_there_is_one_open_job_of_a_name() -> None:
    first = start(COUNT, once="count:orvana", to=2)
    assert start(COUNT, once="count:orvana", to=2) == first
    run_job.call(first.pk)
    assert start(COUNT, once="count:orvana", to=2) != first


def test_no_row_may_name_a_function_that_is_no_work() -> None:
    with pytest.raises(TypeError):
        start("suivi.common.jobs.tests.examples.no_work")


def test_failed_work_is_tried_again_later_and_then_given_up(seen: list[str]) -> None:
    job = start(STUMBLE, over="a stone")
    run_job.call(job.pk)
    assert fresh(job).state == JobState.WAITING
    waiting = DBTaskResult.objects.get(id=fresh(job).task_id)
    assert wait_before(2) - timedelta(seconds=5) < waiting.run_after - timezone.now() <= wait_before(2)
    run_job.call(job.pk)
    assert (fresh(job).state, fresh(job).failure) == (JobState.FAILED, "RuntimeError")
    assert seen == ["a stone", "a stone", "closed as failed with {'over': 'a stone'}"]


def test_a_waiting_job_is_cancelled_at_once_and_never_begun(seen: list[str]) -> None:
    job = start(COUNT, to=2)
    ask_to_cancel(job)
    run_job.call(job.pk)
    assert fresh(job).state == JobState.CANCELLED
    assert seen == ["closed as cancelled with {'to': 2}"]


def test_a_running_job_ends_at_its_next_step_when_asked_to() -> None:
    job = at_work(start(COUNT, to=2))
    ask_to_cancel(job)
    with pytest.raises(CancelAsked):
        Running(job).tell(1, 2)


def test_a_stopping_worker_gives_its_job_back_without_counting_the_attempt(seen: list[str]) -> None:
    job = start(COUNT, to=2)
    running.STOPPING.set()
    run_job.call(job.pk)
    assert (fresh(job).state, fresh(job).attempt) == (JobState.WAITING, 0)
    running.STOPPING.clear()
    run_job.call(job.pk)
    assert fresh(job).state == JobState.DONE


def test_the_job_of_a_dead_worker_is_taken_over_once(seen: list[str]) -> None:
    job = at_work(start(COUNT, to=2), silent_for=SILENCE * 2)
    assert reap(timezone.now()) == 1
    assert reap(timezone.now()) == 0
    assert DBTaskResult.objects.ready().count() == 1
    assert DBTaskResult.objects.running().count() == 0
    run_job.call(job.pk)
    assert (fresh(job).state, fresh(job).attempt) == (JobState.DONE, 2)


def test_a_living_worker_keeps_its_job() -> None:
    at_work(start(COUNT, to=2), silent_for=SILENCE / 2)
    assert reap(timezone.now()) == 0


def test_a_worker_that_was_replaced_can_no_longer_write() -> None:
    old = at_work(start(COUNT, to=2), silent_for=SILENCE * 2)
    reap(timezone.now())
    at_work(fresh(old))
    with pytest.raises(Replaced):
        Running(old).hold()
    with pytest.raises(Replaced):
        Running(old).tell(1, 2)


def test_a_job_that_kills_every_worker_is_given_up(seen: list[str]) -> None:
    job = start(COUNT, to=2)
    for _attempt in range(2):
        at_work(fresh(job), silent_for=SILENCE * 2)
        reap(timezone.now())
    assert (fresh(job).state, fresh(job).failure) == (JobState.FAILED, "WorkerDied")
    assert seen == ["closed as failed with {'to': 2}"]


def test_a_job_whose_worker_died_before_it_began_is_put_in_line_again() -> None:
    job = start(COUNT, to=2)
    long_ago = timezone.now() - SILENCE * 2
    Job.objects.filter(pk=job.pk).update(asked_at=long_ago)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago)
    assert reap(timezone.now()) == 1
    assert DBTaskResult.objects.ready().get().id == fresh(job).task_id


def test_a_job_that_waits_for_its_second_attempt_is_left_alone() -> None:
    job = start(STUMBLE, over="a stone")
    run_job.call(job.pk)
    Job.objects.filter(pk=job.pk).update(asked_at=timezone.now() - SILENCE * 2)
    assert reap(timezone.now()) == 0


def test_what_ended_long_ago_is_forgotten() -> None:
    job, young = start(COUNT, to=1), start(COUNT, to=1)
    for each in (job, young):
        run_job.call(each.pk)
    Job.objects.filter(pk=job.pk).update(ended_at=timezone.now() - KEPT * 2)
    forget(timezone.now())
    assert list(Job.objects.all()) == [young]
