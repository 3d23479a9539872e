"""Sentences that share their words: `Sign (Spain) and ratify (Maldives) the Optional Protocol;` says two whole ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from undocs.document import Part
from undocs.vocabulary import listed, rows


@dataclass(slots=True)
class Piece:
    """Words before one closing bracket (or after the last), the sign that parts them from the piece before, States."""

    sign: str
    text: str
    states: list[str]


def whole_sentences(pieces: list[Piece]) -> list[Part]:
    """Return each piece as a sentence that can stand alone, with its States.

    `Sign (Spain) and ratify (Maldives) the Protocol` gives "Sign the Protocol" and "ratify the Protocol";
    `Ratify it (France) as well as its Protocol (Chile)` gives Chile the whole of it.
    """
    if len(pieces) == 1:
        return [Part(pieces[0].text, list(pieces[0].states))]
    chain = _Chain()
    for at, piece in enumerate(pieces):
        chain.add(piece, pieces[at + 1 :])
    return chain.parts


class _Chain:
    """Pieces of one sentence, each made whole from those around it."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.before = ""  # the piece before, as far as it goes
        self.base = ""  # what it continues, where it only continues something
        self.verb: str | None = None  # the piece before, where it is nothing but verbs

    def add(self, piece: Piece, following: list[Piece]) -> None:
        text = _joining().sub("", piece.text) if self.parts else piece.text
        if self.verb is not None and piece.sign != "/" and _object(text) == text:
            self._add_object(piece, text)
            return
        base = ""
        if self.parts and _continues(piece, text):
            base = self.base if piece.sign == "/" and self.base else self.before
            text = f"{base} {text if base == self.base else piece.text}"
        elif self.parts and _determiner().match(text):
            text = f"{_verb_of(self.before)} {text}".strip()
        self.before, self.base = text, base
        self.verb = text if is_unfinished(text) else None
        shared = _shared_object(following) if self.verb is not None else ""
        self._put(piece, f"{text} {shared}".strip())

    def _add_object(self, piece: Piece, text: str) -> None:
        """Take the object of the verbs before; States that are new here ask for it with the last of these verbs."""
        new = [code for code in piece.states if all(code not in part.states for part in self.parts)]
        self.before, self.base, self.verb = f"{self.verb} {text}", "", None
        if new:
            self.parts.append(Part(self.before, new))

    def _put(self, piece: Piece, text: str) -> None:
        if piece.states or not self.parts or not piece.text[:1].islower():
            self.parts.append(Part(text, list(piece.states)))
        else:
            self.parts[-1].text = text


def is_unfinished(text: str) -> bool:
    """Return whether a piece lacks what is to be signed, ratified or done: "sign and ratify", "the creation of"."""
    return not _object(text) or text.rpartition(" ")[2] in _dangling()


def _continues(piece: Piece, text: str) -> bool:
    """Return whether a piece goes on with what stands before: "as soon as possible", "to protect the lake"."""
    if _adverb().match(text):
        return True
    return bool(_continuing().match(text)) and not (piece.sign == "/" and is_unfinished(text))


def _shared_object(following: list[Piece]) -> str:
    """Return what the next finished piece is about."""
    return next((_object(_joining().sub("", each.text)) for each in following if not is_unfinished(each.text)), "")


def _object(text: str) -> str:
    """Return a piece without the verbs at its head: "sign and ratify the Protocol" gives "the Protocol"."""
    found = _verbs().match(text)
    return text[found.end() :].strip() if found else text


def _verb_of(text: str) -> str:
    """Return the verbs at the head of a sentence, or its first word."""
    thing = _object(text)
    return text[: len(text) - len(thing)].strip() if thing and thing != text else text.partition(" ")[0]


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_words('verb', 'adverb')})(?!\w)[\s,]*)+", re.IGNORECASE)


@cache
def _adverb() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('adverb')})(?!\w)", re.IGNORECASE)


@cache
def _continuing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('continues')})(?!\w)")


@cache
def _determiner() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_words('determiner')})(?!\w)|[A-Z][A-Z-]+\b)")


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_words('joins')})\s+", re.IGNORECASE)


@cache
def _dangling() -> frozenset[str]:
    return frozenset(_listed("dangling"))


def _words(*kinds: str) -> str:
    """Return the alternatives of an expression for these kinds of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(_listed(*kinds), key=len, reverse=True))


def _listed(*kinds: str) -> list[str]:
    return [word for row in rows("shared_objects.csv") if row["kind"] in kinds for word in listed(row["words"])]
