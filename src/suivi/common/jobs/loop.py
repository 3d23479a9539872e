"""The worker's life: take what waits, look after what a dead worker left, end cleanly when told to."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from types import FrameType

from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from suivi.common.jobs.actions import forget, reap
from suivi.common.jobs.running import STOPPING

logger = logging.getLogger(__name__)

REAP_EVERY = timedelta(seconds=5)
FORGET_EVERY = timedelta(days=1)
ALSO_EVERY = timedelta(minutes=1)


def run_worker(
    *, interval: float = 0.5, until_idle: bool = False, also: Sequence[Callable[[datetime], object]] = ()
) -> None:
    """Work until SIGTERM or Ctrl-C, looking for new tasks every `interval` seconds; `until_idle` ends when none waits.

    A job that runs when the signal comes goes back to those that wait, at its next step. `also` is done once a minute.
    """
    rounds = Rounds(also)
    worker = _worker()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop(worker))
    while not STOPPING.is_set():
        rounds.make()
        worker.run()
        if until_idle:
            return
        STOPPING.wait(interval)


class Rounds:
    """What the worker does now and then between two tasks."""

    def __init__(self, also: Sequence[Callable[[datetime], object]] = ()) -> None:
        self.also = also
        self.reaped_at = self.forgot_at = self.also_at = timezone.now() - FORGET_EVERY

    def make(self) -> None:
        """Reap and forget where it is time to."""
        now = timezone.now()
        try:
            if now - self.reaped_at >= REAP_EVERY:
                self.reaped_at = now
                reap(now)
            if now - self.forgot_at >= FORGET_EVERY:
                self.forgot_at = now
                forget(now)
            if now - self.also_at >= ALSO_EVERY:
                self.also_at = now
                for each in self.also:
                    each(now)
        except OperationalError:
            logger.warning("The database was busy; the next round will do.")
            close_old_connections()


def _worker() -> Worker:
    """Return django-tasks-db's own loop, set so that it returns when nothing waits."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )


def _stop(worker: Worker) -> Callable[[int, FrameType | None], None]:
    def told(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the form that `signal` asks for
        STOPPING.set()
        worker.running = False

    return told
