"""Undoes what typing, Word and PDF did to a text: odd spaces, entities, signs that only look alike."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

# Zero-width signs, soft hyphens and marks of direction: "Por\u00adtugal", "\u200fمصر"
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Runs of any space, also no-break (U+00A0) and ideographic (U+3000): "a \u00a0 b"
_SPACES = re.compile(r"\s+")
# An apostrophe set apart: "l ’ accès", "d’ eau", "children ’ s"
_APART_BEFORE = re.compile(r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu))\s?([’'])\s?(?=\w)", re.IGNORECASE)
_APART_AFTER = re.compile(r"(?<=\w)\s([’'])\s?(?=s\b)")
# Whatever is no letter: "Côte d’Ivoire 4" -> "’", " ", " 4"
_NO_LETTER = re.compile(r"[\W\d_]+")
# Letters that Unicode does not take apart, though people type either
_ALIKE = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe",
    "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا", "ء": None, "ـ": None,
})  # fmt: skip


def clean(text: str) -> str:
    """Return the text with entities resolved, invisible signs gone and every run of spaces as one space.

    Apostrophes that were set apart join their words again: `l ’ accès`, `children ’ s rights`.
    """
    if "&" in text:
        text = html.unescape(text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()
    if "’ " in text or " ’" in text or "' " in text or " '" in text:
        text = _APART_AFTER.sub(r"\1", _APART_BEFORE.sub(r"\1\2", text))
    return text


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the text in small letters without accents, Arabic vowel signs and hamzas; `&` becomes `and`."""
    apart = unicodedata.normalize("NFKD", text.replace("&", " and ").casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_ALIKE)


def letters(text: str) -> str:
    """Return nothing but plain letters, so that `Plurinational S tate of 4` and `plurinational state of` are equal."""
    return _NO_LETTER.sub("", plain(text))
