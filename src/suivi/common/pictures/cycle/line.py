"""What stands on the line of the cycle, before anybody draws it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

type Look = Literal["known", "ahead", "late"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the line, its label, and the day in words. `own` marks are diamonds: a task of somebody's own."""

    day: date
    label: str
    when: str
    look: Look
    own: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days drawn as a band, with its label."""

    begins: date
    ends: date
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the scale names: the first of a month or of a year."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class CycleLine:
    """The whole line. `bends` are (day, share of the line, 0 to 1) in order: between two of them time runs evenly."""

    name: str
    title: str
    says: str
    marks: tuple[Mark, ...]
    bends: tuple[tuple[date, float], ...]
    ticks: tuple[Tick, ...]
    today: date
    today_label: str
    window: Span | None = None

    def place(self, day: date) -> float:
        """Return where a day lies on the line, from 0 to 1; days beyond its ends lie at them."""
        for (begins, low), (ends, high) in zip(self.bends, self.bends[1:], strict=False):
            if day <= ends:
                return low + (high - low) * max((day - begins).days, 0) / max((ends - begins).days, 1)
        return 1.0

    @property
    def shows_today(self) -> bool:
        """Whether today lies between the ends of the line."""
        return self.bends[0][0] <= self.today <= self.bends[-1][0]
