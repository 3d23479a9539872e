"""Labels as flags on poles, placed so that none covers another and no pole crosses one, whatever the days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 10.0
"""Units kept free between two flags side by side."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag flies from its pole at `x` in the direction of reading; it is `width` long and `height` high."""

    x: float
    width: float
    height: float


def hoisted(flags: Sequence[Flag]) -> list[float]:
    """Return how far from the line the near edge of each flag flies.

    From the far end backwards, each flag flies beyond all those whose poles stand under it. So no pole reaches a flag
    that it stands under, and flags that do not fly one beyond the other lie side by side.
    """
    found = [0.0] * len(flags)
    placed: list[tuple[float, float]] = []
    for position in sorted(range(len(flags)), key=lambda n: (flags[n].x, n), reverse=True):
        flag = flags[position]
        found[position] = max((edge for x, edge in placed if x < flag.x + flag.width + GAP), default=0.0)
        placed.append((flag.x, found[position] + flag.height))
    return found


def reach(flags: Sequence[Flag]) -> float:
    """Return how far from the line the farthest edge of any flag lies."""
    return max((near + flag.height for near, flag in zip(hoisted(flags), flags, strict=True)), default=0.0)


def length(places: Sequence[float], widths: Sequence[float], whole: float) -> float:
    """Return how long a line may be, so that every flag at its place (0 to 1) on it ends within the `whole` width."""
    ends = ((whole - width) / place for place, width in zip(places, widths, strict=True) if place > 0)
    return min(min(ends, default=whole), whole)
