"""Fits the model for other languages: sentence vectors of the English texts, and the weights that explain them best."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.corpus import Rows

from coding.coder import ACTIONS
from coding.linear import Figures
from coding.meaning import vectors

_AT_ONCE = 500
_RESTRAINT = 3.0  # how much the weights are drawn towards nothing (ridge regression)


def encoded(rows: Rows) -> Figures:
    """Return the vector of every text: half a minute for 26,000, where the machine is free."""
    texts = rows.texts
    return np.concatenate([vectors(texts[begin : begin + _AT_ONCE]) for begin in range(0, len(texts), _AT_ONCE)])


def fitted(known: Figures, rows: Rows) -> dict[str, NDArray[Any]]:
    """Return the data of a `Meaning` that learned from these vectors: 1 where people chose, -1 where they did not."""
    chosen = np.hstack([rows.actions[:, None] == np.arange(1, ACTIONS + 1), rows.issues == 1]) * 2.0 - 1.0
    usual = chosen.mean(axis=0)
    centre = known.mean(axis=0)
    apart = known - centre
    weights = np.linalg.solve(apart.T @ apart + _RESTRAINT * np.eye(known.shape[1]), apart.T @ (chosen - usual))
    return {"weights": weights.astype(np.float16), "bias": (usual - centre @ weights).astype(np.float32)}


def scores(data: dict[str, NDArray[Any]], known: Figures) -> Figures:
    """Return what the model says of vectors."""
    found: Figures = known @ data["weights"].astype(np.float32) + data["bias"]
    return found
