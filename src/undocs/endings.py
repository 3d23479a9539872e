"""How a confined reading ends, and what to say of it."""

from __future__ import annotations

import logging
import signal
from enum import IntEnum

from undocs import refusals
from undocs.limits import Limits

_LOG = logging.getLogger(__name__)


class Ending(IntEnum):
    """Exit statuses of the child; what a signal ended is negative, as in `subprocess`."""

    DONE = 0
    REFUSED = 3  # its answer is the sentence of a refusal
    FAILED = 4  # its answer is the traceback of a fault of ours
    STARVED = 5  # it ran out of memory
    TOO_LATE = -1000  # the parent stopped it when its time was up
    TOO_LONG = -1001  # the parent stopped it when its answer was longer than allowed


def sentence(status: int, answer: bytes, limits: Limits) -> str:
    """Return the sentence for a reading that ended without a result."""
    if status == Ending.REFUSED:
        return answer.decode("utf-8", "replace")
    if status == Ending.TOO_LATE:
        return refusals.TOO_SLOW.format(limit=limits.wall_seconds)
    if status == -signal.SIGXCPU:
        return refusals.TOO_SLOW.format(limit=limits.cpu_seconds)
    if status in {Ending.STARVED, Ending.TOO_LONG}:
        return refusals.TOO_HUNGRY
    _LOG.error("A confined reading ended with status %s: %s", status, answer.decode("utf-8", "replace"))
    return refusals.DIED
