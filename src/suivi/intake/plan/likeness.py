"""When two wordings are the same, and when they are as good as the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from suivi.common.lazily import lazily
from undocs.asks import numbers, treaties

if TYPE_CHECKING:
    from rapidfuzz import fuzz
else:
    fuzz = lazily("rapidfuzz.fuzz")

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

    Figures and treaties must be the same: what else is alike differs just there. A State in common makes less likeness
    enough, lets the text be one sentence of a longer one, and lets the treaties alone tell where only one fits.
    """
    sought, askers = _Wording.of(text), set(states)
    scored = [
        (_score(sought, _Wording.of(other), shared=bool(askers & set(who))), -place)
        for place, (other, who) in enumerate(among)
    ]
    best, place = max(scored, default=(0.0, 0))
    if best == _BY_TREATIES and [score for score, _place in scored].count(best) > 1:
        return None
    return -place if best else None


_BY_TREATIES = 1.0


@dataclass(frozen=True, slots=True)
class _Wording:
    """A text as far as it is compared. `first` is its first word, mostly what is asked: `ratify`, `consider`."""

    letters: str
    first: str
    figures: frozenset[str]
    treaties: frozenset[str]

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, text: str) -> _Wording:
        """Return what is compared of a text."""
        first = letters(text.split(maxsplit=1)[0]) if text.strip() else ""
        return cls(letters(text), first, frozenset(map(str, numbers(text))), treaties(text))


def _score(sought: _Wording, other: _Wording, *, shared: bool) -> float:
    """Return how well a wording fits: 78 and more as a whole, about 50 as a sentence of a longer one, 0 not at all."""
    if not (sought.figures <= other.figures and sought.treaties <= other.treaties):
        return 0.0
    same = sought.figures == other.figures and sought.treaties == other.treaties
    ratio = fuzz.ratio(sought.letters, other.letters, score_cutoff=ALIKE_FROM_ONE if shared else ALIKE) if same else 0.0
    if ratio or not shared:
        return ratio + (shared and ratio > 0)
    shorter = min(len(sought.letters), len(other.letters))
    if shorter >= LONG_ENOUGH:
        within = fuzz.partial_ratio(sought.letters, other.letters, score_cutoff=WITHIN) / 2
    else:
        within = WITHIN / 2 if shorter >= LONG_ENOUGH_AS_IT_IS and sought.letters in other.letters else 0.0
    if within:
        return within
    return _BY_TREATIES if sought.treaties and sought.first in other.letters else 0.0
