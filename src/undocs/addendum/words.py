"""What the State's words say of a recommendation: the phrases of `vocabulary/answers.csv`, found in a text.

In the file `*` stands for any ending of a word and `…` for up to six words of the same sentence. `where` tells in which
place of a document a phrase counts; those without any count in headings, lists and answers alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from undocs.document import Claim, Position
from undocs.vocabulary import rows


class Says(StrEnum):
    """What one phrase says. Of two that begin at the same word, the one that stands first here is heard."""

    ASIDE = "aside"
    IN_PART = "in_part"
    NOT_SUPPORTED = "not_supported"
    UNDECIDED = "undecided"
    NOTED = "noted"
    SUPPORTED = "supported"
    PENDING = "pending"
    BEING_IMPLEMENTED = "being_implemented"
    ALREADY_IMPLEMENTED = "already_implemented"


class Place(StrEnum):
    """Where in a document a text stands."""

    LEAD = "lead"  # a heading, or a sentence with a list of numbers
    AFTER = "after"  # the words straight after a list of numbers
    START = "start"  # the very first words of an answer
    STANDING = "standing"  # one capitalised word on its own: the column of answers in a table
    FIRST = "first"  # the first sentence of an answer
    ANSWER = "answer"  # the other sentences of an answer


@dataclass(frozen=True, slots=True)
class Mark:
    """One phrase found: what it says, and from where to where in the text."""

    says: Says
    start: int
    end: int


_CLAIMS = {Says.ALREADY_IMPLEMENTED: Claim.ALREADY_IMPLEMENTED, Says.BEING_IMPLEMENTED: Claim.BEING_IMPLEMENTED}
_POSITIONS = tuple(says for says in Says if says not in _CLAIMS)
_COUNTS_IN = {
    Place.LEAD: ("", "lead"),
    Place.AFTER: ("after",),
    Place.START: ("start", "first", ""),
    Place.STANDING: ("standing",),
    Place.FIRST: ("first", ""),
    Place.ANSWER: ("",),
}
# What must stand before a phrase: nothing but signs; or a word in the same line, then a capital letter; or no letter.
_BEFORE = {
    Place.START: r"\A\W*",
    Place.AFTER: r"\A\W*",
    Place.STANDING: r"(?<=[^\W\d_][ \t])(?=(?-i:[A-ZÀ-Ý]))|(?<=[)\]”\"][ \t])(?=(?-i:[A-ZÀ-Ý]))|^(?=(?-i:[A-ZÀ-Ý]))",
}
_NO_LETTER = r"(?<!\w)"
# "accept … recommendation": up to six words between, none of them ending a sentence
_GAP = r"(?:,?\s+[^\s;:]*[^\s.;:]){0,6}?,?\s+"


def marks(text: str, place: Place, language: str = "en") -> list[Mark]:
    """Return what the phrases that count in this place say, in the order of the text, asides left out."""
    found = _pattern(language, place).finditer(text.replace("’", "'"))
    named = (Mark(Says(each.lastgroup or ""), each.start(), each.end()) for each in found)
    return [mark for mark in named if mark.says is not Says.ASIDE]


def position_of(found: set[Says]) -> Position | None:
    """Return the position that several phrases mean together; `None` where none speaks of one.

    Whatever does not enjoy support is noted (Human Rights Council resolution 5/1, annex, paragraph 32).
    """
    refused = found & {Says.NOT_SUPPORTED, Says.UNDECIDED}
    if Says.IN_PART in found or (Says.SUPPORTED in found and refused):
        return Position.PARTIALLY_SUPPORTED
    if Says.SUPPORTED in found:
        return Position.SUPPORTED
    if refused or Says.NOTED in found:
        return Position.NOTED
    return Position.PENDING if Says.PENDING in found else None


def claim_of(text: str, language: str = "en") -> Claim | None:
    """Return what the State says it has done; "implemented or being implemented" counts as the former."""
    pattern = _alternatives(language, tuple(_CLAIMS), ("",), _NO_LETTER)
    said = {Says(each.lastgroup or "") for each in pattern.finditer(text.replace("’", "'"))}
    return next((claim for says, claim in _CLAIMS.items() if says in said), None)


@cache
def _pattern(language: str, place: Place) -> re.Pattern[str]:
    return _alternatives(language, _POSITIONS, _COUNTS_IN[place], _BEFORE.get(place, _NO_LETTER))


@cache
def _alternatives(language: str, kinds: tuple[Says, ...], places: tuple[str, ...], before: str) -> re.Pattern[str]:
    phrases: dict[Says, list[str]] = {kind: [] for kind in kinds}
    for row in rows("answers.csv"):
        if row["language"] == language and row["says"] in phrases and row["where"] in places:
            phrases[Says(row["says"])].append(_phrase(row["phrase"], language))
    branches = "|".join(f"(?P<{kind.value}>{'|'.join(each)})" for kind, each in phrases.items() if each)
    edge = "" if language == "zh" and before == _NO_LETTER else f"(?:{before})"
    return re.compile(f"{edge}(?:{branches or '(?!)'})", re.IGNORECASE | re.MULTILINE)


def _phrase(phrase: str, language: str) -> str:
    if language == "zh":
        return "[^。；]{0,20}?".join(re.escape(piece.strip()) for piece in phrase.split("…"))
    return _GAP.join(r"\s+".join(map(_word, piece.split())) for piece in phrase.split("…"))


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else r"(?!\w)")
