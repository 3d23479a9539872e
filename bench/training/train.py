"""Trains the weights that `coding` ships: `cd bench`, then `../.venv/bin/python -m training.train`."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from training import corpus
from training.calibrating import calibrated, enough
from training.corpus import Rows
from training.fitting import fitted, scores

from coding.coder import ACTIONS, likelihoods

WEIGHTS = Path(__file__).parents[2] / "src" / "coding" / "weights"
NAME = "upr-info-sessions-1-14"
FOLDS = 5


def main() -> int:
    """Fit, calibrate on folds of whole sessions, and write the weights."""
    known = corpus.rows().of(corpus.TRAINED_ON)
    data = fitted(known.texts, known.actions, known.issues)
    unseen = _unseen(known)
    data |= calibrated(unseen, known.actions, known.issues)
    data["enough"] = enough(likelihoods(unseen, data)[:, ACTIONS:], known.issues)
    data["issues"], data["model"] = np.array(known.names), np.array(NAME)
    WEIGHTS.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS / "words.npz", **data)
    print(f"words.npz: {(WEIGHTS / 'words.npz').stat().st_size / 1e6:.1f} MB")
    return 0


def _unseen(known: Rows) -> np.ndarray:
    """Return scores of every text by a model that learned from other sessions only."""
    found = np.zeros((len(known.texts), ACTIONS + len(known.names)), dtype=np.float32)
    for fold in range(FOLDS):
        held = known.sessions % FOLDS == fold
        rest = known.where(~held)
        found[held] = scores(fitted(rest.texts, rest.actions, rest.issues), known.where(held).texts)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
