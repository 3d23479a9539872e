"""Scores from features: each feature that a text has pulls every category and issue up or down a little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coding.features import BITS, FAMILIES, Numbers, Pairs, alone, of

type Figures = NDArray[np.float32]
FULL = 127
LEVELS: Figures = (np.sign(np.arange(-FULL, FULL + 1)) * (np.arange(-FULL, FULL + 1) / FULL) ** 2).astype(np.float32)
"""What the bytes stand for: fine steps near nothing, where most weights are, and coarse ones where they are large."""
_AT_ONCE = 64  # texts whose pulls are in memory together: some 5 MB


class Linear:
    """The weights of a linear model, one byte each, and how rare each feature is."""

    def __init__(self, data: Mapping[str, NDArray[Any]]) -> None:
        self.places: dict[str, Numbers] = {}
        first = 0
        for family in FAMILIES:
            buckets = data[f"{family}_buckets"]
            self.places[family] = np.full(1 << BITS, -1, dtype=np.int32)
            self.places[family][buckets] = np.arange(first, first + len(buckets))
            first += len(buckets)
        self.rarity = np.concatenate([data[f"{family}_rarity"] for family in FAMILIES]).astype(np.float32)
        self.weights: NDArray[np.int8] = data["weights"]
        self.scale: Figures = data["scale"]
        self.bias: Figures = data["bias"]

    def known(self, texts: Sequence[list[str]]) -> Figures:
        """Return how much of each text stands in words that the model has met, 0 to 1; of an empty one, all."""
        rows, buckets = alone(texts)
        letters = np.array([len(word) for words in texts for word in words], dtype=np.float32)
        met = letters * (self.places["words"][buckets] >= 0)
        whole = np.bincount(rows, letters, minlength=len(texts))
        share: Figures = np.where(whole > 0, np.bincount(rows, met, minlength=len(texts)) / np.maximum(whole, 1), 1)
        return share

    def scores(self, texts: Sequence[list[str]]) -> Figures:
        """Return one row a text, one column a category or issue."""
        found = np.tile(self.bias, (len(texts), 1))
        for family, pairs in of(texts).items():
            rows, columns, values = weighed(self.places[family], self.rarity, pairs, len(texts))
            for begin in range(0, len(texts), _AT_ONCE):
                some = slice(*np.searchsorted(rows, [begin, begin + _AT_ONCE]))
                if some.start < some.stop:
                    owners, starts = np.unique(rows[some], return_index=True)
                    pulls = LEVELS[self.weights[columns[some]].astype(np.int16) + FULL] * values[some, None]
                    found[owners] += np.add.reduceat(pulls, starts, axis=0) * self.scale
        return found


def weighed(places: Numbers, rarity: Figures, pairs: Pairs, count: int) -> tuple[Numbers, Numbers, Figures]:
    """Return (text, feature, value) for the known features of texts: rare ones count more, each text is 1 long."""
    features = places[pairs[1]]
    known = features >= 0
    size = len(rarity)
    places_met, times = np.unique(pairs[0][known] * size + features[known], return_counts=True)
    rows, columns = np.divmod(places_met, size)
    values = (1 + np.log(times)) * rarity[columns]
    lengths = np.sqrt(np.bincount(rows, values**2, minlength=count))
    return rows, columns, (values / lengths[rows]).astype(np.float32)
