"""What long work looks like: a function that takes its progress first, and what is done where it does not end well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.module_loading import import_string

from suivi.common.jobs.rules import JobState


class Interrupted(Exception):
    """Raised inside long work to make it end early; everything written so far stays, half a transaction does not."""


class CancelAsked(Interrupted):
    """Somebody asked to cancel it."""


class WorkerStops(Interrupted):
    """The worker was told to end; the job goes back to the others that wait."""


class Replaced(Interrupted):
    """The worker was silent for so long that another one took over."""


class Progress(Protocol):
    """What long work may say and ask while it runs."""

    def tell(self, done: int, total: int) -> None:
        """Say how far it is; raise `Interrupted` where it shall end."""

    def hold(self) -> None:
        """Call first in each transaction of the work: raise `Interrupted` where another worker has taken over."""


class InSilence:
    """Progress for work that is done here and now, with nobody watching."""

    def tell(self, done: int, total: int) -> None:
        """Say nothing."""

    def hold(self) -> None:
        """Nobody can take over."""


@dataclass(frozen=True, slots=True)
class Work:
    """A function for the worker. It may be begun again after a crash, so it must find what it has done already."""

    function: Callable[..., None]
    attempts: int
    otherwise: Callable[..., None] | None

    def __call__(self, progress: Progress, **arguments: Any) -> None:
        self.function(progress, **arguments)

    def close(self, state: JobState, **arguments: Any) -> None:
        """Tell the work, in the transaction that ends the job, that it failed or was cancelled."""
        if self.otherwise:
            self.otherwise(state, **arguments)


def work(*, attempts: int = 3, otherwise: Callable[..., None] | None = None) -> Callable[[Callable[..., None]], Work]:
    """Make a module's function into work for the worker.

    `attempts`: how often it may be begun when its worker dies or it raises. `otherwise(state, **arguments)` is called
    where it finally fails or is cancelled.
    """

    def named(function: Callable[..., None]) -> Work:
        return Work(function, attempts, otherwise)

    return named


def find_work(path: str) -> Work:
    """Return the work of that path; `TypeError` where it is something else: a row may not name any function."""
    found = import_string(path)
    if not isinstance(found, Work):
        raise TypeError(f"{path} is no work.")
    return found
