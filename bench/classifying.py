"""How well and how fast recommendations are coded: learned from sessions 1 to 14, held against 15 to 17."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from training import corpus, figures
from training.corpus import Rows

import coding

LEAST = {"action accuracy": 0.90, "issues micro-F1": 0.915, "issues macro-F1": 0.86}
MOST = {
    "action calibration error": 0.03,
    "issues calibration error": 0.03,
    "seconds for 1,000": 2.0,
    "MB of weights": 15.0,
}
THOUSAND = 1000


def main() -> int:
    """Print every figure beside its bound; return 1 where one is missed."""
    if not corpus.TABLE.exists():
        print(f"No table in {corpus.CORPUS}: set SUIVI_CORPUS to measure.")
        return 0
    known = corpus.rows().of(corpus.TESTED_ON)
    found = measured(known, coding.code(known.texts)) | {
        "seconds for 1,000": _seconds(known.texts[:THOUSAND]),
        "MB of weights": sum(file.stat().st_size for file in Path(coding.__file__).parent.rglob("*.npz")) / 1e6,
    }
    print(f"{len(known.texts)} recommendations of sessions {corpus.TESTED_ON[0]} to {corpus.TESTED_ON[-1]}")
    for name, value in found.items():
        bound = f"at least {LEAST[name]}" if name in LEAST else f"at most {MOST[name]}"
        print(f"{name}: {value:.3f} ({bound})")
    return int(any(found[name] < bound for name, bound in LEAST.items()) or any(found[n] > b for n, b in MOST.items()))


def measured(known: Rows, coded: Sequence[coding.Coded]) -> dict[str, float]:
    """Return what is bounded of how the model codes what people coded."""
    places = {name: place for place, name in enumerate(known.names)}
    actions = np.array([each.action for each in coded])
    said = np.zeros_like(known.issues)
    sure, is_right = [], []
    for row, each in enumerate(coded):
        for issue in each.issues:
            said[row, places[issue.name]] = 1
            sure.append(issue.confidence)
            is_right.append(known.issues[row, places[issue.name]])
    return {
        "action accuracy": float(np.mean(actions == known.actions)),
        "issues micro-F1": figures.micro_f1(known.issues, said),
        "issues macro-F1": float(np.mean(figures.f1_by_issue(known.issues, said))),
        "action calibration error": figures.calibration_error(
            np.array([each.action_confidence for each in coded], dtype=np.float32), actions == known.actions
        ),
        "issues calibration error": figures.calibration_error(
            np.array(sure, dtype=np.float32), np.array(is_right, dtype=np.int8)
        ),
    }


def _seconds(texts: Sequence[str]) -> float:
    """Return the seconds for these texts, everything loaded."""
    began = time.perf_counter()
    coding.code(texts)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
