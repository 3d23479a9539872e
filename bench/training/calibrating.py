"""Turns scores into likelihoods that can be believed, and finds from which score on an issue is named."""

from __future__ import annotations

import numpy as np
import scipy.optimize
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from training.figures import micro_f1

from coding.coder import ACTIONS
from coding.linear import Figures

_SCORES = np.arange(-0.9, 0.3, 0.01)


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


def believable(
    scores: Figures, issues: NDArray[np.int8], lines: dict[str, Figures], least: float
) -> dict[str, Figures]:
    """Return slope and shift again, so that of the issues named with a confidence of 80 % eight in ten are right."""
    named = scores[:, ACTIONS:] >= least
    level = (scores * lines["slope"] + lines["shift"])[:, ACTIONS:]
    line = LogisticRegression(C=100.0).fit(level[named][:, None], issues[named])
    slope, shift = lines["slope"].copy(), lines["shift"].copy()
    slope[ACTIONS:] *= line.coef_[0, 0]
    shift[ACTIONS:] = shift[ACTIONS:] * line.coef_[0, 0] + line.intercept_[0]
    return {"slope": slope, "shift": shift}


def enough(scores: Figures, issues: NDArray[np.int8]) -> float:
    """Return the score from which any issue is named: where F1 over all choices is best, on texts not seen."""
    return float(max(_SCORES, key=lambda score: micro_f1(issues == 1, scores >= score)))
