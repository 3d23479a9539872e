"""Undoes what typing, Word and PDF did to a text: odd spaces, entities, signs that only look alike."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

# Zero-width signs, soft hyphens and marks of direction: "Por\u00adtugal", "\u200fمصر"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Runs of any space, also no-break (U+00A0) and ideographic (U+3000): "a \u00a0 b"
_SPACES = re.compile(r"\s+")
# Whatever is neither letter nor digit: "Côte d’Ivoire" -> "’", " "
_NO_LETTER = re.compile(r"[\W_]+")
# Letters that Unicode does not take apart, though people type either
_ALIKE = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ё": "е", "æ": "ae", "œ": "oe", "ß": "ss",
                        "ى": "ي", "ة": "ه", "ـ": None, "ک": "ك", "ی": "ي"})


def clean(text: str) -> str:
    """Return the text with entities resolved, invisible signs gone and every run of spaces as one space."""
    if "&" in text:
        text = html.unescape(text)
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return only letters and digits, small, without accents and spaces, so that `S tate of` is `State of`.

    Arabic loses its vowel signs and hamzas, and `&` becomes `and`.
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NO_LETTER.sub("", plain.translate(_ALIKE))
