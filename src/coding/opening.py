"""What a text in another language begins by asking, in the English words that the linear model knows."""

from __future__ import annotations

import unicodedata

from coding.vocabulary import openings

_LETTERS = 40
_NUMBERING = "0123456789.-–() \t\n\xa0"


def in_english(text: str) -> list[str]:
    """Return the first verb of a text, in English: `Envisager de ratifier` is consider. Often there is none."""
    written, english = openings()
    begins = unicodedata.normalize("NFKC", text).replace("’", "'").casefold().lstrip(_NUMBERING)[:_LETTERS]
    found = written.search(begins)
    return english[found.group()].split() if found else []
