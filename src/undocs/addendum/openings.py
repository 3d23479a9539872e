"""Which line of a page opens an answer, where neither space nor size tells it."""

from __future__ import annotations

import re
from collections.abc import Callable

from undocs.addendum.style import ANSWER, NO, WORD

# 122.5: Accepted · 122.5 (Chile) – Noted
_SURE_OPENING = re.compile(r"\d{1,3}\.\d{1,3}\s*(?:\([^()]*\)\s*)*[:–—-]\s+[^\W\d_]")
# Recommendation 5 · Rec. 18 · Response: · Response of the Government:
_OPENING = re.compile(rf"\W*(?:{WORD}{NO}\s*\(?\d|{ANSWER}[^.]{{0,60}}:)", re.IGNORECASE)
# How a line ends that goes on below: "122.5," · "of the" · "122.5–"
_GOES_ON = re.compile(r"(?:[,–—-]|\b(?:and|of|the|to|by|in|for|et|de|la|y|el))\s*$", re.IGNORECASE)
_SHORT = 0.6
# How a line ends that closes a passage: "(Chile)." · "tax;"
_AT_END = re.compile(r"[.;:)؛。；]\W*$")


def opener(longest: int) -> Callable[[str, str], bool]:
    """Return what says whether a line opens an answer whatever its place, in a document with lines up to this long."""

    def opens(above: str, line: str) -> bool:
        if _SURE_OPENING.match(line) or (_AT_END.search(above) and _OPENING.match(line)):
            return True
        # A line that ends early was the last of its passage.
        ends_early = len(above) < _SHORT * longest and not _GOES_ON.search(above)
        return ends_early and (line[:1].isupper() or (line[:1].isdigit() and not above[-1:].isdigit()))

    return opens
