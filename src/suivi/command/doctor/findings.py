"""What the doctor says of one thing: how it is, in a sentence, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any


class State(Enum):
    """How it is. Only `BAD` makes the command fail."""

    GOOD = "good"
    LOOK = "look at it"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `says` is how it is, `remedy` what to do, empty where nothing is."""

    state: State
    says: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A thing to look at: `measure` looks, `judge` says what that means. Apart, so that each judgement can be tried."""

    name: str
    measure: Callable[[], Any]
    judge: Callable[[Any], Finding]

    def find(self) -> Finding:
        """Look and judge; what cannot even be looked at is bad."""
        try:
            measured = self.measure()
        except Exception as error:  # noqa: BLE001  whatever breaks is what the doctor is asked about
            return bad(f"It cannot be looked at: {error}", "Mend this first, then ask the doctor again.")
        return self.judge(measured)


def good(says: str) -> Finding:
    """Return that all is well."""
    return Finding(State.GOOD, says)


def look(says: str, remedy: str) -> Finding:
    """Return that it works, and might not always."""
    return Finding(State.LOOK, says, remedy)


def bad(says: str, remedy: str) -> Finding:
    """Return that it must be mended."""
    return Finding(State.BAD, says, remedy)
