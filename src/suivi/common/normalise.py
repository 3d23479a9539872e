"""One way of writing words that are looked for, the same for every database: case, marks, scripts without spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

# Latin words and figures, the plain case: "torture", "18"
_ASCII_WORD = re.compile(r"[a-z0-9]+")
# Accents of Latin, Greek and Cyrillic letters after they were taken apart: "é" = "e" + U+0301
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Arabic vowel signs, hamzas taken apart (أ = ا + U+0654), Koranic signs and the tatweel: "مُـدَافِع"
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]+")
# Alef, ya, ta marbuta and kaf as Arabic and Persian write them
_ARABIC_LETTERS = str.maketrans({"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ک": "ك"})
# The Arabic article with a particle before it, or "and", where three letters remain: "التعذيب", "للأطفال", "وإساءة"
_ARABIC_ARTICLE = re.compile(r"^(?:[وفبك]?ال|و?لل|و)(?=\w{3})")
# Invisible signs inside words (joiners, directions, soft hyphens): "می\u200cشود", "Fol\u00adter"
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")
# Beyond the second plane of Unicode no script writes vowels as marks
_LAST_SCRIPT = 0x20000
# Scripts without spaces: Chinese and kana, Thai, Lao, Myanmar, Khmer
_UNSPACED = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u104c-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f"
    "\u1780-\u17d3\u17d7\u17dc-\u17dd"
)


def index_words(text: str) -> list[str]:
    """Return the words of a text as an index keeps them, in order.

    A run of a script without spaces becomes its pairs of letters and its last one: 禁止酷刑 gives 禁止, 止酷, 酷刑, 刑.
    """
    return [word for run in _runs(text) for word in _kept(run)]


def sought_words(text: str) -> list[str]:
    """Return the words of a search, so that they stand in the index in the same order wherever the text does."""
    return [
        word for run in _runs(text) for word in (_pairs(run) or [run] if is_unspaced(run) else [_without_article(run)])
    ]


def is_unspaced(word: str) -> bool:
    """Say whether a word belongs to a script without spaces."""
    return bool(_unspaced_run().match(word))


def plain(text: str) -> str:
    """Return a text in small letters without accents, Arabic marks and invisible signs."""
    if text.isascii():
        return text.lower()
    apart = _ACCENTS.sub("", unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold())
    together = unicodedata.normalize("NFKC", _ARABIC_MARKS.sub("", apart))
    return together.translate(_ARABIC_LETTERS)


def _runs(text: str) -> list[str]:
    """Return the words of a text, and whole runs of scripts without spaces."""
    words = plain(text)
    return _ASCII_WORD.findall(words) if words.isascii() else _word().findall(words)


def _kept(run: str) -> list[str]:
    return [*_pairs(run), run[-1]] if is_unspaced(run) else [_without_article(run)]


def _pairs(run: str) -> list[str]:
    return [first + second for first, second in pairwise(run)]


def _without_article(word: str) -> str:
    return word if word.isascii() else _ARABIC_ARTICLE.sub("", word)


@cache
def _word() -> re.Pattern[str]:
    """Match a run of a script without spaces, or else a word with the vowel signs that many scripts write as marks.

    Matches: 酷刑, torture, यातना (whose signs are no letters to Python).
    """
    marks = "".join(sign for sign in map(chr, range(_LAST_SCRIPT)) if unicodedata.category(sign) in {"Mn", "Mc"})
    return re.compile(f"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])(?:[^\\W_]|[{_ranges(marks)}]))+")


@cache
def _unspaced_run() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]")


def _ranges(signs: str) -> str:
    """Return signs in order as ranges of a character class."""
    ranges: list[list[int]] = []
    for sign in map(ord, signs):
        if ranges and sign == ranges[-1][1] + 1:
            ranges[-1][1] = sign
        else:
            ranges.append([sign, sign])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
