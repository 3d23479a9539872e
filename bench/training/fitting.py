"""Fits the linear model: counts features, weighs them, asks scikit-learn for the weights, packs them in a byte each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import scipy.sparse
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from coding.features import BITS, FAMILIES, of, tokens
from coding.linear import Figures, Linear, weighed

LEAST = {"words": 2, "pieces": 3, "opening": 2}
"""In how many texts a feature must stand to be known."""
ACTION_STRENGTH, ISSUE_STRENGTH = 0.3, 1.0
_SEED = 15
_FULL = 127


def fitted(texts: Sequence[str], actions: NDArray[np.int64], issues: NDArray[np.int8]) -> dict[str, NDArray[Any]]:
    """Return the data of a `Linear` that learned from these texts."""
    words = [tokens(text) for text in texts]
    data = _known_features(words)
    matrix = _matrix(words, data)
    columns = [(actions == action, ACTION_STRENGTH) for action in range(1, 6)]
    columns += [(chosen == 1, ISSUE_STRENGTH) for chosen in issues.T]
    machines = [LinearSVC(C=strength, random_state=_SEED).fit(matrix, chosen) for chosen, strength in columns]
    weights = np.vstack([machine.coef_ for machine in machines]).T
    scale = np.abs(weights).max(axis=0) / _FULL
    data["weights"] = np.rint(weights / scale).astype(np.int8)
    data["scale"] = scale.astype(np.float32)
    data["bias"] = np.array([machine.intercept_[0] for machine in machines], dtype=np.float32)
    return data


def scores(data: Mapping[str, NDArray[Any]], texts: Sequence[str]) -> Figures:
    """Return what the model says of texts, as the program itself computes it."""
    return Linear(data).scores([tokens(text) for text in texts])


def _known_features(words: Sequence[list[str]]) -> dict[str, NDArray[Any]]:
    data: dict[str, NDArray[Any]] = {}
    for family, (rows, buckets) in of(words).items():
        met = np.unique(rows << BITS | buckets) & (1 << BITS) - 1
        texts_with = np.bincount(met, minlength=1 << BITS)
        known = np.flatnonzero(texts_with >= LEAST[family])
        data[f"{family}_buckets"] = known.astype(np.uint32)
        data[f"{family}_rarity"] = (np.log((1 + len(words)) / (1 + texts_with[known])) + 1).astype(np.float16)
    return data


def _matrix(words: Sequence[list[str]], data: Mapping[str, NDArray[Any]]) -> scipy.sparse.csr_matrix:
    size = sum(len(data[f"{family}_buckets"]) for family in FAMILIES)
    empty = {"weights": np.zeros((0, 0), np.int8), "scale": np.zeros(0), "bias": np.zeros(0)}
    model = Linear({**data, **empty})
    whole = scipy.sparse.csr_matrix((len(words), size), dtype=np.float32)
    for family, pairs in of(words).items():
        rows, columns, values = weighed(model.places[family], model.rarity, pairs, len(words))
        whole += scipy.sparse.csr_matrix((values, (rows, columns)), shape=whole.shape)
    return whole
