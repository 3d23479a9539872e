"""Turns scores into likelihoods that can be believed, and finds how likely an issue must be to be named."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.optimize
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from coding.coder import ACTIONS
from coding.linear import Figures

_HALF_WAY = np.linspace(0.2, 0.6, 41)


def calibrated(scores: Figures, actions: NDArray[np.int64], issues: NDArray[np.int8]) -> dict[str, Figures]:
    """Return slope and shift of every column, from scores of texts that the model had not seen."""
    lines = [_action_lines(scores[:, :ACTIONS], actions)]
    for column, chosen in zip(scores[:, ACTIONS:].T, issues.T, strict=True):
        line = LogisticRegression(C=100.0).fit(column[:, None], chosen)
        lines.append(np.array([[line.coef_[0, 0], line.intercept_[0]]]))
    slope, shift = np.vstack(lines).T
    return {"slope": slope.astype(np.float32), "shift": shift.astype(np.float32)}


def _action_lines(scores: Figures, actions: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return a line for each category: the softmax of all five is nearest to what people chose."""
    rows = np.arange(len(actions))

    def loss(lines: NDArray[np.float64]) -> float:
        level = scores * lines[:ACTIONS] + lines[ACTIONS:]
        return float(np.mean(np.logaddexp.reduce(level, axis=1) - level[rows, actions - 1]))

    best = scipy.optimize.minimize(loss, np.r_[np.full(ACTIONS, 3.0), np.zeros(ACTIONS)], method="L-BFGS-B")
    return best.x.reshape(2, ACTIONS).T


def enough(sure: Figures, issues: NDArray[np.int8]) -> Figures:
    """Return the likelihood from which each issue is named: its best, drawn to one for all where rare."""
    common = _best(lambda level: _f1((sure >= level).ravel(), issues.ravel() == 1))
    own = [
        _best(lambda level, named=named, chosen=chosen: _f1(named >= level, chosen == 1))
        for named, chosen in zip(sure.T, issues.T, strict=True)
    ]
    weight = issues.sum(axis=0) / (issues.sum(axis=0) + 200)
    return (weight * np.array(own) + (1 - weight) * common).astype(np.float32)


def _best(measure: Callable[[float], float]) -> float:
    return float(max(_HALF_WAY, key=measure))


def _f1(named: NDArray[np.bool_], chosen: NDArray[np.bool_]) -> float:
    return float((2 * (named & chosen).sum()) / (named.sum() + chosen.sum()))
