"""Which recommendations of one review ask the same: near in meaning, each to each, with equal treaties and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from suivi.record.meaning.asks import Ask
from suivi.record.meaning.vectors import unpacked

LEAST = 0.80
"""Least likeness of any two in a group."""

type Group = list[tuple[int, float]]
"""Primary keys, the first one in the order of the review first; each with its least likeness to the others."""


def groups(asks: Sequence[Ask], least: float = LEAST) -> list[Group]:
    """Return the groups of two or more that ask the same; complete link: each is near each."""
    likeness = _likeness(asks)
    near: dict[int, list[int]] = {place: [place] for place in range(len(asks))}
    for one, other in _pairs(asks, likeness, least):
        first, second = near[one], near[other]
        if first is second or min(likeness[a, b] for a, b in product(first, second)) < least:
            continue
        first += second
        near.update(dict.fromkeys(second, first))
    found = {id(group): sorted(group) for group in near.values() if len(group) > 1}
    return [[(asks[place].key, _least(place, group, likeness)) for place in group] for group in found.values()]


def _likeness(asks: Sequence[Ask]) -> np.ndarray:
    vectors = unpacked([ask.vector for ask in asks])
    return vectors @ vectors.T if len(asks) else np.zeros((0, 0), dtype=np.float32)


def _pairs(asks: Sequence[Ask], likeness: np.ndarray, least: float) -> Iterator[tuple[int, int]]:
    """Yield pairs that may stand together, the likest first: only those that name the same treaties and figures."""
    named: dict[object, list[int]] = defaultdict(list)
    for place, ask in enumerate(asks):
        named[ask.named].append(place)
    found = [
        (one, other)
        for places in named.values()
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if likeness[one, other] >= least
    ]
    yield from sorted(found, key=lambda pair: (-likeness[pair], pair))


def _least(place: int, group: Sequence[int], likeness: np.ndarray) -> float:
    return round(min(0.99, *(float(likeness[place, other]) for other in group if other != place)), 3)
