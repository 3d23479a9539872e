"""The cover of an addendum: symbol, State, date, language, and whether it is an addendum at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from undocs import dates, states

# A/HRC/28/15/Add.1, but not A/HRC/WG.6/20/SVN/1/Add.1, which adds to a national report
_SYMBOL = re.compile(r"A/HRC/\d{1,3}/\d{1,3}/Add\.\s?\d")
_OTHER_SYMBOL = re.compile(r"A/HRC/WG\.6/|A/HRC/DEC/")
# The word on a line of its own, in each language of the United Nations
_WORDS = {
    "en": re.compile(r"\W*Addendum\W*\d?\W*", re.IGNORECASE),
    "fr": re.compile(r"\W*Additif\W*\d?\W*", re.IGNORECASE),
    "es": re.compile(r"\W*(?:Adición|Adenda)\W*\d?\W*", re.IGNORECASE),
    "ru": re.compile(r"\W*Добавление\W*\d?\W*", re.IGNORECASE),
    "ar": re.compile(r"\W*إضافة\W*\d?\W*"),
    "zh": re.compile(r"\W*增\s*编\W*\d?\W*"),
}
# Universal Periodic Review, in the same languages
_REVIEW = re.compile(
    r"universal\s+periodic|périodique\s+universel|peri[oó]dico\s+universal|универсальн\w+\s+периодическ"
    r"|الدوري\s+الشامل|普遍定期审议",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says; `None` where it does not."""

    symbol: str | None
    state: str | None
    published_on: date | None
    language: str


def is_addendum(lines: Sequence[str]) -> bool:
    """Say whether these lines of a first page are those of an addendum to a Working Group report."""
    text = "\n".join(lines)
    if not _REVIEW.search(text):
        return False
    titled = any(word.fullmatch(line) for word in _WORDS.values() for line in lines)
    signed = bool(_SYMBOL.search(text))
    # A decision cites the addendum in a note, and national reports have addenda of their own.
    return (titled and signed) or ((titled or signed) and not _OTHER_SYMBOL.search(text))


def read_cover(lines: Sequence[str]) -> Cover:
    """Read the lines of the first page."""
    symbol = _SYMBOL.search("\n".join(lines))
    pairs = [f"{line} {below}" for line, below in pairwise(lines)]
    language = next((code for code, word in _WORDS.items() if any(map(word.fullmatch, lines))), "en")
    return Cover(
        symbol=symbol[0].replace(" ", "") if symbol else None,
        state=next((code for line in [*lines, *pairs] if (code := states.find(line.strip(" *")))), None),
        published_on=dates.published(lines),
        language=language,
    )
