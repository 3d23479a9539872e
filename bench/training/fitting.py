"""Fits the linear model: counts features, weighs them, asks scikit-learn for the weights, packs them in a byte each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import scipy.sparse
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from coding.features import BITS, FAMILIES, of, tokens
from coding.linear import FULL, Figures, Linear, weighed

LEAST = {"words": 2, "pieces": 3, "pairs": 3, "opening": 2}
"""In how many texts a feature must stand to be known."""
ACTIONS_LOOK_AT = [("words", "opening"), ("words", "pieces", "opening")]
"""Two machines, of which the mean is taken: the second also knows words that it has never met."""
ISSUES_LOOK_AT = ("words", "pieces", "pairs")
ACTION_STRENGTH, ISSUE_STRENGTH = 0.3, 0.15
DOUBT, LEAST_TELLING, MOST_TELLING = 3.0, 0.5, 4.0
"""How many times a feature must be met before it tells much of an issue; below which it is not looked at."""
_NEAR_ENOUGH = 0.02  # how near to its goal the solver must come; nearer takes longer and codes no better
_SEED = 15

type Matrix = scipy.sparse.csc_matrix


def fitted(texts: Sequence[str], actions: NDArray[np.int64], issues: NDArray[np.int8]) -> dict[str, NDArray[Any]]:
    """Return the data of a `Linear` that learned from these texts."""
    words = [tokens(text) for text in texts]
    data = _known_features(words)
    matrix, family_of = _matrix(words, data)
    columns = []
    for action in range(1, 6):
        looked_at = [np.flatnonzero(np.isin(family_of, families)) for families in ACTIONS_LOOK_AT]
        both = [_fit(matrix, each, np.ones(len(each)), actions == action, ACTION_STRENGTH) for each in looked_at]
        columns.append((np.mean([weights for weights, _ in both], axis=0), float(np.mean([bias for _, bias in both]))))
    of_issues = np.isin(family_of, ISSUES_LOOK_AT)
    for chosen in issues.T:
        telling = how_telling(matrix, chosen)
        looked_at = np.flatnonzero(of_issues & (telling >= LEAST_TELLING))
        columns.append(_fit(matrix, looked_at, telling[looked_at], chosen == 1, ISSUE_STRENGTH))
    return data | _packed(columns)


def how_telling(matrix: Matrix, chosen: NDArray[np.int8]) -> NDArray[np.float64]:
    """Return, for each feature, how much oftener or rarer than usual an issue is where the feature stands (log)."""
    stands_in = np.diff(matrix.indptr)
    with_issue = np.add.reduceat(np.r_[chosen[matrix.indices], 0], matrix.indptr[:-1]) * (stands_in > 0)
    usual = chosen.mean()
    oftener = (with_issue + DOUBT * usual) / ((stands_in + DOUBT) * usual)
    return np.minimum(np.abs(np.log(oftener)), MOST_TELLING)


def _fit(
    matrix: Matrix,
    features: NDArray[np.int64],
    factors: NDArray[np.float64],
    is_true: NDArray[np.bool_],
    strength: float,
) -> tuple[NDArray[np.float64], float]:
    """Return the weight of every feature, and the bias. A factor makes a feature louder before the machine learns."""
    machine = LinearSVC(C=strength, tol=_NEAR_ENOUGH, random_state=_SEED)
    machine.fit((matrix[:, features] @ scipy.sparse.diags(factors)).tocsr(), is_true)
    weights = np.zeros(matrix.shape[1])
    weights[features] = machine.coef_[0] * factors
    return weights, float(machine.intercept_[0])


def _packed(columns: Sequence[tuple[NDArray[np.float64], float]]) -> dict[str, NDArray[Any]]:
    weights = np.vstack([column for column, _ in columns]).T
    scale = np.abs(weights).max(axis=0)
    return {
        "weights": np.rint(np.sign(weights) * np.sqrt(np.abs(weights) / scale) * FULL).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": np.array([bias for _, bias in columns], dtype=np.float32),
    }


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


def _matrix(words: Sequence[list[str]], data: Mapping[str, NDArray[Any]]) -> tuple[Matrix, NDArray[np.str_]]:
    """Return the values of all features in all texts, and the family of each feature."""
    family_of = np.repeat(FAMILIES, [len(data[f"{family}_buckets"]) for family in FAMILIES])
    empty = {"weights": np.zeros((0, 0), np.int8), "scale": np.zeros(0), "bias": np.zeros(0)}
    model = Linear({**data, **empty})
    whole = scipy.sparse.csr_matrix((len(words), len(family_of)), dtype=np.float32)
    for family, pairs in of(words).items():
        rows, columns, values = weighed(model.places[family], model.rarity, pairs, len(words))
        whole += scipy.sparse.csr_matrix((values, (rows, columns)), shape=whole.shape)
    return whole.tocsc(), family_of
