"""Waits for a job in the terminal: does it here unless a worker has it already, and shows how far it is."""

from __future__ import annotations

import threading
import time

from django.db import close_old_connections
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from suivi.common.jobs.actions import ask_to_cancel
from suivi.common.jobs.models import Job
from suivi.common.jobs.rules import JobState
from suivi.common.jobs.running import run_job

LOOKS = 0.2
"""Seconds between two looks at the job."""


def wait_for(job: Job, title: str, console: Console, *, units: bool = False) -> JobState:
    """Return how the job ended; Ctrl-C asks it to, and waits until it has. `units`: show done and total as figures."""
    doing = threading.Thread(target=_do, args=(job.pk,), daemon=True)
    doing.start()
    columns = [TextColumn(title), BarColumn(), *([MofNCompleteColumn()] if units else []), TimeElapsedColumn()]
    with Progress(*columns, console=console, transient=True) as bars:
        bar = bars.add_task("", total=None)
        while True:
            try:
                job.refresh_from_db()
                bars.update(bar, completed=job.done, total=job.total or None)
                if not job.is_open:
                    break
                time.sleep(LOOKS)
            except KeyboardInterrupt:
                ask_to_cancel(job)
    doing.join()
    return JobState(job.state)


def _do(job_id: int) -> None:
    try:
        run_job.call(job_id)
    finally:
        close_old_connections()
