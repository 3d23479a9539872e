"""Which numbers a sentence holds: articles, goals, years, ordinals, in figures or in words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from undocs.asks.phrases import Phrases
from undocs.language import of_script
from undocs.vocabulary import listed, rows

# "16", "16.3", "2018–2023" (two numbers), "1,000", Arabic-Indic and full-width digits too
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")


@lru_cache(maxsize=4096)
def numbers(text: str, language: str | None = None) -> frozenset[str]:
    """Return the numbers of a text in any of six languages as plain digits: `third` is "3", `1,000` is "1000".

    Not what leads a paragraph as its number: cut that off first (`numbers.split_number`).
    """
    found = {_digits(match[0]) for match in _FIGURE.finditer(text)}
    for tongue in of_script(text, language):
        found.update(_words(tongue).find(text))
    return frozenset(found)


def _digits(figure: str) -> str:
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in figure)
    return _THOUSANDS.sub("", plain)


@cache
def _words(language: str) -> Phrases:
    return Phrases({word: row["value"] for row in rows("number_words.csv") for word in listed(row[language])}, language)
