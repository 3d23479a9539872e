"""Which groups people form: those who stand near one another, as many groups as the places themselves suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.common.lazily import lazily

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from suivi.opinions.rules.places import Places

    type Labels = NDArray[np.int64]
else:
    np = lazily("numpy")

FEWEST, MOST = 2, 5
"""How many groups are tried."""
ROUNDS = 300
STILL = 1e-4
"""Centres that move less than this part of the places' own spread have come to rest."""
AT_ONCE = 512
"""Rows of distances held in memory at one time."""
TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Grouping:
    """To which group each place belongs, the largest group first, and how clearly they stand apart (-1 to 1)."""

    labels: Labels
    clearness: float

    @property
    def sizes(self) -> list[int]:
        """How many belong to each group."""
        return [int(count) for count in np.bincount(self.labels)]


def grouping(places: Places, *, smallest: int = 1) -> Grouping:
    """Return the clearest of the groupings into two to five, none of whose groups is below `smallest`.

    Everybody is one group where there is no such grouping.
    """
    distinct = np.unique(places, axis=0)
    best = Grouping(np.zeros(len(places), dtype=np.int64), -1.0)
    for count in range(FEWEST, min(MOST, len(distinct), len(places) - 1) + 1):
        labels = _nearest_centres(places, distinct[:count])
        clearness = _clearness(places, labels)
        if clearness > best.clearness and np.bincount(labels, minlength=count).min() >= smallest:
            best = Grouping(labels, clearness)
    return Grouping(_largest_first(best.labels), best.clearness)


def _nearest_centres(places: Places, centres: Places) -> Labels:
    """Return the nearest centre of each place, after the centres have moved to the middle of theirs (k-means).

    They begin at the first distinct places, as in Pol.is: nothing is left to chance, so that the same votes always
    give the same groups.
    """
    still = STILL * float(places.var(axis=0).mean())
    labels = _labels(places, centres)
    for _round in range(ROUNDS):
        moved = _middles(places, labels, centres)
        way = float(((moved - centres) ** 2).sum())
        centres, before, labels = moved, labels, _labels(places, moved)
        if way <= still or np.array_equal(before, labels):
            break
    return labels


def _labels(places: Places, centres: Places) -> Labels:
    nearest: Labels = _squares(places, centres).argmin(axis=1)
    return nearest


def _middles(places: Places, labels: Labels, centres: Places) -> Places:
    """Return the middle of each group; a centre that lost all its places goes to the place farthest from its own."""
    sizes = np.bincount(labels, minlength=len(centres))
    sums = np.stack([np.bincount(labels, weights=axis, minlength=len(centres)) for axis in places.T], axis=1)
    middles: Places = sums / np.maximum(sizes, 1)[:, np.newaxis]
    lost = np.flatnonzero(sizes == 0)
    if len(lost):
        away = ((places - centres[labels]) ** 2).sum(axis=1)
        middles[lost] = places[np.argsort(-away, kind="stable")[: len(lost)]]
    return middles


def _clearness(places: Places, labels: Labels) -> float:
    """Return the mean silhouette: how much nearer people stand to their own group than to the next one."""
    order = np.argsort(labels, kind="stable")
    places, labels = places[order], labels[order]
    _groups, begins, labels, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    if len(sizes) < FEWEST:
        return -1.0
    total = 0.0
    for first in range(0, len(places), AT_ONCE):
        some = slice(first, first + AT_ONCE)
        sums = np.add.reduceat(np.sqrt(_squares(places[some], places)), begins, axis=1)
        total += float(_silhouettes(sums, labels[some], sizes).sum())
    return total / len(places)


def _silhouettes(sums: Places, own: Labels, sizes: Labels) -> Places:
    """Return the silhouettes of places whose distances to each group are summed; that of a group of one is 0."""
    rows = np.arange(len(sums))
    inside = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    wider = np.maximum(np.maximum(inside, outside), TINY)
    found: Places = np.where(sizes[own] > 1, (outside - inside) / wider, 0.0)
    return found


def _squares(some: Places, others: Places) -> Places:
    """Return the squared distance of each to each."""
    across, along = (some[:, axis, np.newaxis] - others[np.newaxis, :, axis] for axis in (0, 1))
    found: Places = across * across + along * along
    return found


def _largest_first(labels: Labels) -> Labels:
    order = np.argsort(-np.bincount(labels), kind="stable")
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order))
    numbered: Labels = ranks[labels]
    return numbered
