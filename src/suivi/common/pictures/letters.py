"""Letters in pictures: how wide a text is about to be, where it breaks, and which way it runs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

type Direction = Literal["ltr", "rtl"]

# Widths in parts of the font size, a little wider than Noto Sans: a page may show any typeface of the reader's system.
_NARROW = frozenset("iIjl.,:;'!|’‘·")
_SLIM = frozenset('frt()[]{}/\\-–"«» ')
_BROAD = frozenset("mwMW@%—…")
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
_END_OF_ISOLATE = "\u2069"
CUT = "…"
FAMILIES: dict[Direction, str] = {
    "ltr": "system-ui, 'Noto Sans', 'Noto Sans Arabic', Amiri, sans-serif",
    "rtl": "system-ui, 'Noto Sans Arabic', Amiri, 'Noto Sans', sans-serif",
}


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text gets at a font size, in the picture's units; rather too much than too little."""
    return sum(_width(letter) for letter in text) * size * (1.08 if bold else 1.0)


def _width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    if letter in _NARROW:
        return 0.34
    if letter in _SLIM:
        return 0.42
    if letter in _BROAD or unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    return 0.72 if letter.isupper() else 0.61


def wrapped(text: str, size: float, room: float, *, lines: int = 2) -> list[str]:
    """Return the text broken at its spaces into at most `lines` lines; what does not fit is cut off with `…`."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and width(longer, size) > room:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found[lines - 1 :] = [" ".join(found[lines - 1 :])]
    return [shortened(line, size, room) for line in found]


def shortened(text: str, size: float, room: float) -> str:
    """Return the text, or as much of its beginning as fits, ending in `…`."""
    if width(text, size) <= room:
        return text
    while text and width(f"{text}{CUT}", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}{CUT}"


def running(text: str, direction: Direction | Literal["auto"]) -> str:
    """Return the text set apart, running in one direction, or in that of its first letter (`auto`).

    Unlike the attribute `direction`, these marks are obeyed by browsers and by the writer of PNG files alike.
    """
    return f"{_ISOLATES[direction]}{text}{_END_OF_ISOLATE}"
