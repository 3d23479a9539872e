"""How well and how fast recommendations are coded: learned from sessions 1 to 14, held against 15 to 17."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from training import corpus
from training.measuring import OTHERS, like_the_english, measured

import coding

THOUSAND = 1000
LEAST = {"action accuracy": 0.90, "issues micro-F1": 0.915, "issues macro-F1": 0.86}
MOST = {
    "action calibration error": 0.03,
    "issues calibration error": 0.03,
    "seconds for 1,000": 2.0,
    "MB of weights": 15.0,
}


def main() -> int:
    """Print every figure beside its bound; return 1 where one is missed."""
    if not corpus.TABLE.exists():
        print(f"Left out: no table in {corpus.CORPUS}. Set SUIVI_CORPUS to measure.")
        return 0
    known = corpus.rows().of(corpus.TESTED_ON)
    found = measured(known, coding.code(known.texts))
    ours, theirs = _seconds(known.texts[:THOUSAND])
    found["seconds for 1,000"] = ours
    found["MB of weights"] = sum(file.stat().st_size for file in Path(coding.__file__).parent.rglob("*.npz")) / 1e6
    print(f"{len(known.texts)} recommendations of sessions {corpus.TESTED_ON[0]} to {corpus.TESTED_ON[-1]}")
    for name, value in found.items():
        bound = f"at least {LEAST[name]}" if name in LEAST else f"at most {MOST[name]}"
        print(f"{name}: {value:.4f} ({bound})")
    print(f"seconds, as a ratio to scikit-learn only counting the same pieces: {ours / theirs:.2f}")
    for language, (actions, issues) in like_the_english().items():
        print(f"{OTHERS[language]}, beside the English wording: same action {actions:.3f}, issues F1 {issues:.3f}")
    missed = [name for name, bound in LEAST.items() if found[name] < bound]
    missed += [name for name, bound in MOST.items() if found[name] > bound]
    return int(bool(missed))


def _seconds(texts: Sequence[str]) -> tuple[float, float]:
    """Return the seconds of coding these texts, everything loaded; and of scikit-learn cutting them, already fitted."""
    words = TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    cutting = make_union(words, pieces).fit(texts)
    coding.code(texts)
    return _best(lambda: coding.code(texts)), _best(lambda: cutting.transform(texts))


def _best(work: Callable[[], object]) -> float:
    """Return the seconds of the best of three."""
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    sys.exit(main())
