"""What a text is made of, as figures: its words, runs of words, pieces of words, and how it begins."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.int64]
type Pairs = tuple[Numbers, Numbers]
"""Which text, and which feature: one pair for each time that a feature stands in a text."""

BITS = 21
"""Every feature is a number below 2 to the power of this; two that meet there are one."""
FAMILIES = ("words", "pieces", "opening")
_OPENING = 5
_RUN = 3
_PIECES = (3, 4, 5)
_MOST_LETTERS = 4000  # of a text: a recommendation has 130, and nothing after so many changes what it asks
_BLANK = ord(" ")
_WORD = re.compile(r"\w+")
# One odd factor for each length and family, so that "a b" of one never is "a b" of another.
_FACTORS = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)


def tokens(text: str) -> list[str]:
    """Return the words of a text, in small letters: `Ratify OP-CAT` is ratify, op, cat."""
    return _WORD.findall(unicodedata.normalize("NFKC", text[:_MOST_LETTERS]).casefold())


def of(texts: Sequence[list[str]]) -> dict[str, Pairs]:
    """Return the features of texts, already cut into words, family by family."""
    return {
        "words": _runs(texts, salt=1),
        "pieces": _pieces(texts),
        "opening": _runs([words[:_OPENING] for words in texts], salt=2),
    }


@lru_cache(maxsize=100_000)
def _print_of(word: str) -> int:
    return zlib.crc32(word.encode())


def _runs(texts: Sequence[list[str]], *, salt: int) -> Pairs:
    """Return every run of one, two and three words."""
    rows = np.repeat(np.arange(len(texts)), [len(words) for words in texts])
    prints = np.array([_print_of(word) for words in texts for word in words], dtype=np.uint64)
    found: list[Pairs] = []
    run, owner = np.zeros_like(prints), rows
    for length in range(1, _RUN + 1):
        if length > 1:
            together = rows[length - 1 :] == rows[: len(rows) - length + 1]
            run, owner = run[: len(rows) - length + 1], rows[: len(rows) - length + 1]
        else:
            together = np.ones(len(rows), dtype=bool)
        run = run * _FACTORS[0] + (prints[length - 1 :] + np.uint64(salt)) * _FACTORS[1]
        found.append((owner[together], _bucket(run[together], length)))
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


def _bucket(prints: NDArray[np.uint64], length: int) -> Numbers:
    mixed = (prints ^ (prints >> np.uint64(29))) * _FACTORS[length % 3]
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)
