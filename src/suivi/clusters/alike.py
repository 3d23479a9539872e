"""Which recommendations of one review ask the same: near in meaning, each to each, with equal treaties and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from suivi.record.meaning.asks import Ask
from suivi.record.meaning.vectors import unpacked

LEAST, ACROSS = 0.75, 0.65
"""Least likeness of any two in a group, in one language and in two: `make bench` prints what they find."""

type Figures = NDArray[np.float32]
type Group = list[tuple[int, float]]
"""Primary keys, the first one in the order of the review first; each with its least likeness to the others."""


def groups(asks: Sequence[Ask], least: float = LEAST, across: float = ACROSS) -> list[Group]:
    """Return the groups of two or more that ask the same; complete link: each is near each."""
    likeness = _likeness(asks)
    spare = likeness - _needed(asks, least, across)
    near: dict[int, list[int]] = {place: [place] for place in range(len(asks))}
    for one, other in _pairs(asks, spare):
        first, second = near[one], near[other]
        if first is second or min(spare[a, b] for a, b in product(first, second)) < 0:
            continue
        first += second
        near.update(dict.fromkeys(second, first))
    found = {id(group): sorted(group) for group in near.values() if len(group) > 1}
    return [[(asks[place].key, _least(place, group, likeness)) for place in group] for group in found.values()]


def _likeness(asks: Sequence[Ask]) -> Figures:
    vectors = unpacked([ask.vector for ask in asks])
    return vectors @ vectors.T if len(asks) else np.zeros((0, 0), dtype=np.float32)


def _needed(asks: Sequence[Ask], least: float, across: float) -> Figures:
    """Return how like any two must be: in two languages, the same sentence is never as like as in one."""
    languages = np.array([ask.language for ask in asks])
    return np.where(languages[:, None] == languages[None, :], least, across).astype(np.float32)


def _pairs(asks: Sequence[Ask], spare: Figures) -> Iterator[tuple[int, int]]:
    """Yield pairs that may stand together, the likest first: only those that name the same treaties and figures."""
    named: dict[object, list[int]] = defaultdict(list)
    for place, ask in enumerate(asks):
        named[ask.named].append(place)
    found = [
        (one, other)
        for places in named.values()
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if spare[one, other] >= 0
    ]
    yield from sorted(found, key=lambda pair: (-spare[pair], pair))


def _least(place: int, group: Sequence[int], likeness: Figures) -> float:
    return round(min(0.99, *(float(likeness[place, other]) for other in group if other != place)), 3)
