"""Which recommendations ask the same: near in meaning, and equal in the treaties and figures they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from suivi.record.meaning.vectors import unpacked
from undocs.asks import numbers, treaties

SAME_ASK = 0.70
"""Least likeness of two recommendations that ask the same; `make bench` prints what it finds and what it mistakes."""
MOST = 12
"""Earlier ones kept for one recommendation, the likest first."""


@dataclass(frozen=True)
class Ask:
    """One recommendation: its primary key, its vector as kept, and what it names."""

    key: int
    vector: bytes
    text: str
    language: str
    named: tuple[frozenset[str], frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", (treaties(self.text, self.language), numbers(self.text)))


def same_asks(
    later: Sequence[Ask], earlier: Sequence[Ask], *, least: float = SAME_ASK, most: int = MOST
) -> Iterator[tuple[int, int, float]]:
    """Yield (later, earlier, likeness) of those that ask the same, by primary keys; the `most` likest of each."""
    if not later or not earlier:
        return
    likeness = unpacked([ask.vector for ask in later]) @ unpacked([ask.vector for ask in earlier]).T
    for row, ask in zip(likeness, later, strict=True):
        near = [place for place in np.argsort(-row) if row[place] >= least]
        alike = [place for place in near if earlier[place].named == ask.named]
        for place in alike[:most]:
            yield ask.key, earlier[place].key, round(float(row[place]), 3)
