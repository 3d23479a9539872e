"""Which session of the Working Group a text speaks of: `its forty-eighth session`, `su 48º período de sesiones`."""

from __future__ import annotations

import re
from functools import cache

from undocs.typed import plain
from undocs.vocabulary import listed, rows

# "48th session", "48e session", "48º período de sesiones", "48-ю сессию"
_FIGURES = re.compile(r"\b(\d{1,2})\s?(?:st|nd|rd|th|e|o|a|-[а-я]{1,2})?\s+(?:session|periodo de sesiones|сесси)")
# "forty-eighth session", "seizième session"
_WORDS = re.compile(r"\b([^\W\d_]+)(?:[-\s]([^\W\d_]+))?\s+(?:session|periodo de sesiones|сесси)")
_TENS = range(20, 100, 10)


def session_of(text: str) -> int | None:
    """Return the number of the first session named in a text, in figures or words; None where there is none."""
    text = plain(text)
    for match in _FIGURES.finditer(text):
        return int(match[1])
    for match in _WORDS.finditer(text):
        values = [_numbers().get(word, 0) for word in match.groups() if word]
        # "forty-eighth" is a sum; of "the third session" only the last word counts.
        if values[-1]:
            return sum(values) if values[0] in _TENS else values[-1]
    return None


@cache
def _numbers() -> dict[str, int]:
    columns = ("en", "fr", "es", "ru")
    return {
        plain(word): int(row["value"])
        for row in rows("number_words.csv")
        for each in columns
        for word in listed(row[each])
    }
