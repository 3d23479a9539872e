"""What the first paragraphs of an addendum say of it: how many supported and noted, when reviewed, in which cycle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from undocs import dates
from undocs.addendum.lists import sentences
from undocs.addendum.style import WORD
from undocs.addendum.words import Mark, Place, marks, position_of

_FIRST_PASSAGES = 20
_COUNT = r"(?<![\d.,–-])(\d{1,3})(?![\d%]|[.,]\d|\s?%|\s*[–-]\s*\d)"
_COUNTED = re.compile(_COUNT)
# accepts [a total of 142] recommendations · notes [21]. · but not "supports 21 schools"
_COUNT_AFTER = re.compile(
    rf"\s*(?:(?:a|total|of|the|all|these|un|total|de|les|las)\s+)*{_COUNT}(?=\W*\Z|\s*[,;(]|\s+(?:and|et|y|of|{WORD}))",
    re.IGNORECASE,
)
# [142 recommendations] are accepted · [124] are now supported
_COUNT_BEFORE = re.compile(rf"{_COUNT}(?:\s+(?!(?:and|but|et|y)\b)[^\W\d]+){{0,5}}\s*\Z")
_SPEAKS_OF_THEM = re.compile(WORD, re.IGNORECASE)
_ENDS_WITH_THEM = re.compile(WORD + r"\w*\Z", re.IGNORECASE)
# of which 58 were immediately supported
_AT_ONCE = re.compile(
    r"immediate|at once|on the spot|during the (?:session|dialogue|review)|immédiate|inmediat", re.IGNORECASE
)
# received 215 recommendations · report contains 163 recommendations
_RECEIVED = re.compile(
    rf"(?:receiv\w+|contain\w*|address\w+|made|reçu|formul\w+|recibi\w+)\s+(?:(?:a|total|of|the|un|de)\s+)*{_COUNT}\s+{WORD}",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
# 3rd Universal Periodic Review · second cycle of the UPR
_CYCLE = re.compile(
    rf"\b(?:(?P<figure>[1-9])\s?(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+(?:UPR\s+)?(?:cycle|universal\s+periodic)",
    re.IGNORECASE,
)
# Universal Periodic Review of Orvana on 4 November 2014: the date comes after this
_REVIEW = re.compile(r"\breview(?:ed)?\b|\bUPR\b|\bexamen\b", re.IGNORECASE)


def read_totals(texts: Sequence[str], language: str = "en") -> dict[str, int]:
    """Return how many were `supported`, `noted`, `received`, `supported_at_once` and so on, by the first paragraphs."""
    totals: dict[str, int] = {}
    for sentence in _opening(filter(_SPEAKS_OF_THEM.search, texts[:_FIRST_PASSAGES])):
        if received := _RECEIVED.search(sentence):
            totals.setdefault("received", int(received[1]))
        for mark in marks(sentence, Place.LEAD, language):
            count, position = _count_at(sentence, mark), position_of({mark.says})
            if count is not None and position:
                at_once = "_at_once" if _AT_ONCE.search(sentence) else ""
                totals.setdefault(f"{position}{at_once}", count)
    return totals


def read_cycle(texts: Sequence[str]) -> int | None:
    """Return the cycle that the first paragraphs name."""
    found = next(filter(None, map(_CYCLE.search, _opening(texts[:_FIRST_PASSAGES]))), None)
    if found is None:
        return None
    return int(found["figure"]) if found["figure"] else _ORDINALS.index(found["word"].lower()) + 1


def read_review_day(texts: Sequence[str]) -> date | None:
    """Return the day of the review that the first paragraphs name."""
    opening = _opening(texts[:_FIRST_PASSAGES])
    after = (sentence[named.end() :] for sentence in opening if (named := _REVIEW.search(sentence)))
    return next(filter(None, map(dates.find, after)), None)


def _opening(texts: Iterable[str]) -> Iterable[str]:
    return (sentence for text in texts for sentence in sentences(text))


def _count_at(sentence: str, mark: Mark) -> int | None:
    """Return how many a phrase speaks of: the count within it, after it, or before it."""
    phrase = sentence[mark.start : mark.end]
    within = _COUNTED.findall(phrase)
    if within:
        return int(within[0]) if len(within) == 1 else None
    after = None if _ENDS_WITH_THEM.search(phrase) else _COUNT_AFTER.match(sentence, mark.end)
    found = after or _COUNT_BEFORE.search(sentence[: mark.start])
    return int(found[1]) if found else None
