"""What a text is made of, as figures: runs of words, pieces of words, words that stand together, how it begins."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.int64]
type Pairs = tuple[Numbers, Numbers]
"""Which text, and which feature: one pair for each time that a feature stands in a text."""

BITS = 21
"""Every feature is a number below 2 to the power of this; two that meet there are one."""
FAMILIES = ("words", "pieces", "pairs", "opening")
_OPENING = 5
_RUN = 3
_STEM, _MOST_IN_PAIRS = 5, 80
_PIECES = (3, 4, 5)
_MOST_LETTERS = 4000  # of a text: a recommendation has 130, and nothing after so many changes what it asks
_WORDS, _BEGINS = 1, 2  # what tells the runs of one family from those of the other
_BLANK = ord(" ")
_SMALL = frozenset(
    "the of and to in for that with by its all on as their s a an be or is are it this at from".split()  # noqa: SIM905
)
_WORD = re.compile(r"\w+")
# One odd factor for each length and family, so that "a b" of one never is "a b" of another.
_FACTORS = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)


def tokens(text: str) -> list[str]:
    """Return the words of a text, in small letters, without its number: `12.3 Ratify OP-CAT` is ratify, op, cat."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text[:_MOST_LETTERS]).casefold())
    return list(dropwhile(str.isdecimal, words))


def of(texts: Sequence[list[str]]) -> dict[str, Pairs]:
    """Return the features of texts, already cut into words, family by family."""
    return {
        "words": _runs(texts, salt=_WORDS),
        "pieces": _pieces(texts),
        "pairs": _pairs(texts),
        "opening": _runs([words[:_OPENING] for words in texts], salt=_BEGINS),
    }


@lru_cache(maxsize=100_000)
def _print_of(word: str) -> int:
    return zlib.crc32(word.encode())


def alone(texts: Sequence[list[str]]) -> Pairs:
    """Return every word as its feature in the family of words, in the order of the texts."""
    rows, prints = _prints(texts)
    return rows, _bucket(_longer(np.zeros_like(prints), prints, salt=_WORDS), 1)


def _prints(texts: Sequence[list[str]]) -> tuple[Numbers, NDArray[np.uint64]]:
    rows = np.repeat(np.arange(len(texts)), [len(words) for words in texts])
    return rows, np.array([_print_of(word) for words in texts for word in words], dtype=np.uint64)


def _longer(run: NDArray[np.uint64], prints: NDArray[np.uint64], *, salt: int) -> NDArray[np.uint64]:
    longer: NDArray[np.uint64] = run * _FACTORS[0] + (prints + np.uint64(salt)) * _FACTORS[1]
    return longer


def _runs(texts: Sequence[list[str]], *, salt: int) -> Pairs:
    """Return every run of one, two and three words."""
    rows, prints = _prints(texts)
    found: list[Pairs] = []
    run = np.zeros_like(prints)
    for length in range(1, _RUN + 1):
        size = max(len(rows) - length + 1, 0)
        run = _longer(run[:size], prints[length - 1 :], salt=salt)
        within = rows[:size] == rows[length - 1 :]
        found.append((rows[:size][within], _bucket(run[within], length)))
    return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])


def _pieces(texts: Sequence[list[str]]) -> Pairs:
    """Return every piece of three to five letters of every word, the blanks around it counted as letters."""
    lines = [f" {'  '.join(words)} " if words else "" for words in texts]
    rows = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    letters = np.frombuffer("".join(lines).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    word = np.cumsum((letters == _BLANK) & np.r_[False, letters[:-1] == _BLANK]) if len(letters) else rows
    word = word + rows  # a new text begins a new word
    found: list[Pairs] = []
    run = np.zeros_like(letters)
    for length in range(1, _PIECES[-1] + 1):
        size = max(len(letters) - length + 1, 0)
        run = run[:size] * _FACTORS[0] + (letters[length - 1 :] + np.uint64(3)) * _FACTORS[2]
        if length in _PIECES:
            within = word[:size] == word[length - 1 :]
            found.append((rows[:size][within], _bucket(run[within], length)))
    return np.concatenate([pair[0] for pair in found]), np.concatenate([pair[1] for pair in found])


def _pairs(texts: Sequence[list[str]]) -> Pairs:
    """Return every two stems that stand in one text, small words left out, in whatever order and distance."""
    rows, prints = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.uint64)]
    for row, words in enumerate(texts):
        stems = list({word[:_STEM]: None for word in words if word not in _SMALL})[:_MOST_IN_PAIRS]
        each = np.array([_print_of(stem) for stem in stems], dtype=np.uint64) * _FACTORS[1]
        one, other = np.triu_indices(len(stems), 1)
        each ^= each >> np.uint64(31)
        rows.append(np.full(len(one), row))
        prints.append((each[one] + each[other]) * _FACTORS[2])
    return np.concatenate(rows), _bucket(np.concatenate(prints), _RUN)


def _bucket(prints: NDArray[np.uint64], length: int) -> Numbers:
    mixed = (prints ^ (prints >> np.uint64(29))) * _FACTORS[length % 3]
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)
