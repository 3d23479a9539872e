"""Keeps vectors small: a byte a figure, a quarter of the size, with likenesses right to two digits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from suivi.record.meaning.encoder import Vectors

FULL = 127


def packed(vectors: Vectors) -> list[bytes]:
    """Return each row as int8 figures, its largest figure at 127."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    rows = np.rint(vectors / np.where(largest == 0, 1, largest) * FULL).astype(np.int8)
    return [row.tobytes() for row in rows]


def unpacked(rows: Sequence[bytes]) -> Vectors:
    """Return the rows that `packed` made, each of length 1 again; shape (0, 0) where there are none."""
    if not rows:
        return np.zeros((0, 0), dtype=np.float32)
    figures = np.frombuffer(b"".join(rows), dtype=np.int8).reshape(len(rows), -1).astype(np.float32)
    lengths = np.linalg.norm(figures, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    whole: Vectors = (figures / lengths).astype(np.float32)
    return whole
