"""Long work made up for tests; `SEEN` tells what was done, in this process."""

from __future__ import annotations

import time

from suivi.common.jobs.rules import JobState
from suivi.common.jobs.work import Progress, work

SEEN: list[str] = []


def _closed(state: JobState, **arguments: object) -> None:
    SEEN.append(f"closed as {state} with {arguments}")


@work(attempts=2, otherwise=_closed)
def count(progress: Progress, *, to: int) -> None:
    """Count, and tell each number."""
    for number in range(1, to + 1):
        SEEN.append(str(number))
        progress.tell(number, to)


@work(attempts=2, otherwise=_closed)
def stumble(progress: Progress, *, over: str) -> None:
    """Fail each time."""
    SEEN.append(over)
    raise RuntimeError(over)


def no_work() -> None:
    """Be an ordinary function, which no row of the database may name."""


@work()
def stay_silent(progress: Progress, *, seconds: float) -> None:
    """Tell nothing for a while, as work does that waits for a child process."""
    time.sleep(seconds)
