"""Letters in pictures: how wide a text is about to be, where it breaks, and which way it runs."""

from __future__ import annotations

import unicodedata
from typing import Literal

type Direction = Literal["ltr", "rtl"]

# Widths in parts of the font size, a little wider than Noto Sans: a page may show any typeface of the reader's system.
_NARROW = frozenset("iIjl.,:;'!|’‘·")
_SLIM = frozenset("frt()[]{}/\\-–\"«» ")
_BROAD = frozenset("mwMW@%—…")
_FROM_RIGHT_TO_LEFT_ISOLATE, _FROM_LEFT_TO_RIGHT_ISOLATE, _POP = "\u2067", "\u2066", "\u2069"
FAMILIES: dict[Direction, str] = {
    "ltr": "system-ui, 'Noto Sans', 'Noto Sans Arabic', Amiri, sans-serif",
    "rtl": "system-ui, 'Noto Sans Arabic', Amiri, 'Noto Sans', sans-serif",
}


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
    """Return the text broken at its spaces into at most `lines` lines of the given width; what does not fit ends in `…`."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and width(longer, size) > room:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > lines:
        found[lines - 1 :] = [f"{found[lines - 1]} …"]
    return [shortened(line, size, room) for line in found]


def shortened(text: str, size: float, room: float) -> str:
    """Return the text, or as much of its beginning as fits, ending in `…`."""
    if width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def running(text: str, direction: Direction) -> str:
    """Return the text set apart, so that it runs in one direction wherever it stands: browsers and files agree on these marks."""
    return f"{_FROM_RIGHT_TO_LEFT_ISOLATE if direction == 'rtl' else _FROM_LEFT_TO_RIGHT_ISOLATE}{text}{_POP}"
