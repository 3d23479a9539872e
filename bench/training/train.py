"""Trains the weights that `coding` ships: `cd bench`, then `../.venv/bin/python -m training.train`."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training import by_meaning, corpus, fitting
from training.calibrating import believable, calibrated, enough
from training.corpus import Rows

from coding.coder import ACTIONS

WEIGHTS = Path(__file__).parents[2] / "src" / "coding" / "weights"
NAME = "upr-info-1-14"
HELD_BACK = range(12, 15)
"""Of the sessions trained on: first held back to calibrate, so that the sessions tested on are never looked at."""


def main() -> int:
    """Fit on the sessions before those held back, calibrate on these, fit on all, and write the weights."""
    known = corpus.rows().of(corpus.TRAINED_ON)
    held = np.isin(known.sessions, HELD_BACK)
    before, after = known.where(~held), known.where(held)
    with ProcessPoolExecutor(2) as two:
        first, whole = two.map(_fitted, [before, known])
    unseen = fitting.scores(first, after.texts)
    write("words", whole | settled(unseen, after, "words"))
    known_vectors = by_meaning.encoded(known)
    first = by_meaning.fitted(known_vectors[~held], before)
    unseen = by_meaning.scores(first, known_vectors[held])
    write("meaning", by_meaning.fitted(known_vectors, known) | settled(unseen, after, "meaning"))
    return 0


def settled(unseen: NDArray[np.float32], after: Rows, name: str) -> dict[str, NDArray[Any]]:
    """Return what stands beside the weights: calibration, the score from which an issue is named, names."""
    least = enough(unseen[:, ACTIONS:], after.issues)
    lines = calibrated(unseen, after.actions, after.issues)
    return {
        **believable(unseen, after.issues, lines, least),
        "enough": np.array(least, dtype=np.float32),
        "issues": np.array(after.names),
        "model": np.array(f"{NAME}/{name}"),
    }


def write(name: str, data: dict[str, NDArray[Any]]) -> None:
    """Write weights where the program finds them, and say how large they are."""
    WEIGHTS.mkdir(exist_ok=True)
    file = WEIGHTS / f"{name}.npz"
    np.savez_compressed(file, **data)
    print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


def _fitted(rows: Rows) -> dict[str, NDArray[Any]]:
    return fitting.fitted(rows.texts, rows.actions, rows.issues)


if __name__ == "__main__":
    sys.exit(main())
