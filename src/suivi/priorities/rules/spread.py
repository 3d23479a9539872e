"""How scores spread: the middle, the middle half, the ends, and how far people agree. Pure figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from typing import NamedTuple

from suivi.priorities.rules.words import HIGHEST, LOWEST

ALIKE, APART = 0.75, 0.5
"""From here on people agree; below this they are apart."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a number of voices spread over the scale. Between `lower` and `upper` lies the middle half of them."""

    middle: float
    lower: float
    upper: float
    lowest: float
    highest: float
    voices: int
    agreement: float

    @property
    def apart(self) -> bool:
        """Whether people are apart: a middle alone would hide it."""
        return self.agreement < APART

    @property
    def alike(self) -> bool:
        """Whether people agree."""
        return self.agreement >= ALIKE


def spread(values: Sequence[float]) -> Spread | None:
    """Return how values on the scale spread; None where there are none."""
    if not values:
        return None
    middle = median(values)
    lower, _half, upper = quantiles(values, n=4, method="inclusive") if len(values) > 1 else [middle] * 3
    return Spread(
        middle=middle,
        lower=lower,
        upper=upper,
        lowest=min(values),
        highest=max(values),
        voices=len(values),
        agreement=agreement(values, middle),
    )


def agreement(values: Sequence[float], middle: float) -> float:
    """Return 1 where all say the same, 0 where half stand at one end of the scale and half at the other."""
    farthest = (HIGHEST - LOWEST) / 2
    return max(0.0, 1 - fmean(abs(each - middle) for each in values) / farthest)


class Weighing(NamedTuple):
    """How the score on a criterion (its number) counts: whether a high one speaks against, and its weight."""

    criterion: int
    against: bool
    weight: int


def taken_together(scores: Mapping[int, int], weighings: Sequence[Weighing]) -> float | None:
    """Return the weighted mean of what one voice gave on some criteria, turned so that high speaks for; None: nothing.

    Called once for each voice on each recommendation: 200 recommendations and 60 voices call it 40,000 times.
    """
    total = weights = 0
    for criterion, against, weight in weighings:
        score = scores.get(criterion)
        if score is not None:
            total += weight * (LOWEST + HIGHEST - score if against else score)
            weights += weight
    return total / weights if weights else None


def ranks(figures: Sequence[float]) -> list[int]:
    """Return the rank of each figure, the highest first; equal figures share a rank, and the next one skips.

    Figures are equal where a reader could not tell them apart: to a tenth.
    """
    shown = [round(each, 1) for each in figures]
    return [1 + sum(other > mine for other in shown) for mine in shown]
