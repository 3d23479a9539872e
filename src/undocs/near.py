"""Near matches: words that are others but for a single slip of the finger."""

from __future__ import annotations

from collections.abc import Iterable

# One slip is a letter too many, too few, another, or two swapped. A long name may have two side by side.
_SLIP, _LONG_SLIP = 1, 2
_LONG = 14


class Near:
    """Known words, and which of them someone may have meant. The first letter is never the slip."""

    def __init__(self, known: Iterable[str]) -> None:
        self._alike: dict[tuple[str, int], list[str]] = {}
        for word in known:
            self._alike.setdefault((word[0], len(word)), []).append(word)

    def of(self, word: str) -> list[str]:
        """Return the known words that differ from `word` by one slip, never by an ending.

        An added or missing ending makes another word, not a slip: `Serbian` and `Romani` are languages.
        """
        lengths = range(len(word) - _LONG_SLIP, len(word) + _LONG_SLIP + 1)
        return [
            other for length in lengths for other in self._alike.get((word[0], length), ()) if _slipped(word, other)
        ]


def _slipped(one: str, other: str) -> bool:
    allowed = _LONG_SLIP if len(other) >= _LONG else _SLIP
    if abs(len(one) - len(other)) > allowed or one.startswith(other) or other.startswith(one):
        return False
    first = 0
    while one[first] == other[first]:
        first += 1
    last = 0
    while last < min(len(one), len(other)) - first and one[-1 - last] == other[-1 - last]:
        last += 1
    mine, its = one[first : len(one) - last], other[first : len(other) - last]
    swapped = len(mine) == len("ab") and mine == its[::-1]
    return swapped or max(len(mine), len(its)) <= allowed
