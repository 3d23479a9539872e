"""When two wordings are the same, and when they are as good as the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

# Everything that is neither a letter nor a figure: "law-abiding; " -> "lawabiding"
_NO_LETTER = re.compile(r"[\W_]+")

ALIKE = 90.0
"""From this likeness (0 to 100) on, two wordings are one recommendation, whoever asked it."""
ALIKE_FROM_ONE = 78.0
"""The same where a State that asked it stands in both."""
WITHIN = 93.0
"""The likeness from which a wording is taken for a sentence of a longer one, where a State stands in both."""
LONG_ENOUGH = 40
"""Letters that a sentence needs to be looked for within a longer one in other words."""
LONG_ENOUGH_AS_IT_IS = 15
"""Letters that it needs to be looked for within a longer one as it is: still shorter ones stand in many."""


def letters(text: str) -> str:
    """Return the letters and figures of a text, in small letters, without spaces and signs."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def fingerprint(text: str) -> str:
    """Return 64 hexadecimal digits that two texts share exactly where they differ in case, spaces and signs only."""
    return hashlib.sha256(letters(text).encode()).hexdigest()


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 100, by their letters."""
    return fuzz.ratio(letters(one), letters(other))


def most_alike(text: str, states: Iterable[str], among: Sequence[tuple[str, Iterable[str]]]) -> int | None:
    """Return the place of the (text, States) that is this one in other words, or None where that is not clear.

    A State in common makes less likeness enough, and lets the text be one sentence of a longer one.
    """
    sought, askers = letters(text), set(states)
    best: tuple[float, int] | None = None
    for place, (other, others) in enumerate(among):
        score = _score(sought, letters(other), shared=bool(askers & set(others)))
        if score and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best else None


def _score(sought: str, other: str, *, shared: bool) -> float:
    ratio = fuzz.ratio(sought, other, score_cutoff=ALIKE_FROM_ONE if shared else ALIKE)
    if ratio or not shared:
        return ratio + shared
    # A whole wording that is alike counts for more than a sentence of a longer one.
    shorter = min(len(sought), len(other))
    if shorter >= LONG_ENOUGH:
        return fuzz.partial_ratio(sought, other, score_cutoff=WITHIN) / 2
    return WITHIN / 2 if shorter >= LONG_ENOUGH_AS_IT_IS and (sought in other or other in sought) else 0.0
