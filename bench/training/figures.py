"""How good a coding is: F1 over all choices and issue by issue, and whether its confidence can be believed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

type Choices = NDArray[np.int8] | NDArray[np.bool_]
_STEPS = 10


def f1_by_issue(true: Choices, said: Choices) -> NDArray[np.float64]:
    """Return F1 of each column; 0 where neither people nor the model ever chose it."""
    both, either = (true & said).sum(axis=0), true.sum(axis=0) + said.sum(axis=0)
    return 2 * both / np.maximum(either, 1)


def micro_f1(true: Choices, said: Choices) -> float:
    """Return F1 over all choices together."""
    return float(2 * (true & said).sum() / (true.sum() + said.sum()))


def calibration_error(sure: NDArray[np.float32], is_right: Choices) -> float:
    """Return the expected calibration error: how far, on the mean of ten steps, confidence is from being right."""
    step = np.minimum((sure * _STEPS).astype(int), _STEPS - 1)
    gap = np.bincount(step, sure, minlength=_STEPS) - np.bincount(step, is_right, minlength=_STEPS)
    return float(np.abs(gap).sum() / len(sure))
