"""The prose that answers one recommendation, or a few: what it says of them, in which words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from undocs.addendum.lists import sentences
from undocs.addendum.style import ANSWER, WORD
from undocs.addendum.words import Place, Says, claim_of, marks, position_of
from undocs.brackets import split_states
from undocs.document import Claim, Position

_SPEAKS_OF_IT = re.compile(WORD, re.IGNORECASE)
# It has already been implemented. · They are being implemented.
_STANDS_FOR_IT = re.compile(r"(?:It|They|This|These|Elles?|Celles?-ci|Ésta?s?|Она|Они)\b")
# Response: · Position of Orvana: · Comments – (before the answer itself)
_LABEL = re.compile(rf"\W*{ANSWER}(?:\s+of\s+[^:.]{{1,60}})?\s*[:：–—-]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prose:
    """The answer without what it quotes, what it says, and the sentences that say it."""

    answer: str
    says: frozenset[Says]
    claim: Claim | None
    words: str

    @property
    def position(self) -> Position | None:
        """Return the position that the prose takes, `None` where it takes none."""
        return position_of(set(self.says))


def read_prose(text: str, language: str = "en") -> Prose:
    """Read an answer; a recommendation quoted before it is left out."""
    answer = _LABEL.sub("", _without_quote(text, language), count=1).strip()
    parts = sentences(answer)
    said = [_said(part, at, language) for at, part in enumerate(parts)]
    speaking = (
        part for at, part in enumerate(parts) if at == 0 or _SPEAKS_OF_IT.search(part) or _STANDS_FOR_IT.match(part)
    )
    return Prose(
        answer,
        frozenset().union(*said),
        next(filter(None, (claim_of(part, language) for part in speaking)), None),
        " ".join(part for part, found in zip(parts, said, strict=True) if found),
    )


def read_whole(text: str, language: str = "en") -> Prose:
    """Read an answer that cannot be told from what it quotes: beside it in a table, or with a State in brackets."""
    standing = marks(text, Place.STANDING, language)
    if standing:
        return Prose("", frozenset({standing[0].says}), None, text[standing[0].start : standing[0].end])
    about_it = [part for part in sentences(text) if _SPEAKS_OF_IT.search(part)]
    said = [{mark.says for mark in marks(part, Place.ANSWER, language)} for part in about_it]
    return Prose(text, frozenset().union(*said), claim_of(text, language), " ".join(about_it))


def _said(sentence: str, at: int, language: str) -> set[Says]:
    """Return what a sentence says; after the first, only of the recommendation, or that nothing is decided."""
    if at > 0:
        found = _says(sentence, Place.ANSWER, language)
        return found if _SPEAKS_OF_IT.search(sentence) else found & {Says.UNDECIDED}
    opening = _says(sentence, Place.START, language) | _says(sentence, Place.STANDING, language)
    # "Noted Orvana accepts that peace is near": the first word is the answer, the rest explains it.
    if opening and Says.SUPPORTED not in opening:
        return opening
    return opening | _says(sentence, Place.FIRST, language)


def _says(text: str, place: Place, language: str) -> set[Says]:
    return {mark.says for mark in marks(text, place, language)}


def _without_quote(text: str, language: str) -> str:
    """Return what follows the closing brackets of a quoted recommendation, or a table's word of answer on its own."""
    parts, _ = split_states(text, language)
    if any(part.states for part in parts):
        rest = text.rfind(parts[-1].text)
        # "(Chile): Accepted" has its States before the words they belong to.
        return text[rest:] if not parts[-1].states or rest > text.rfind(")") else ""
    standing = marks(text, Place.STANDING, language)
    return text[standing[0].start :] if standing else text
