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
    parts: list[Part] = []
    verb: str | None = None
    for at, piece in enumerate(pieces):
        text = _joining().sub("", piece.text) if at else piece.text
        if verb is not None and _is_object(piece):
            new = [code for code in piece.states if all(code not in part.states for part in parts)]
            parts += [Part(f"{verb} {piece.text}", new)] if new else []
            verb = None
            continue
        if parts and piece.sign != "/" and _continuing().match(text):
            text = f"{_before(pieces, at)} {piece.text}"
        verb = text if _is_unfinished(text) else None
        if verb is not None:
            text = " ".join(filter(None, (verb, _shared_object(pieces[at + 1 :]))))
        if piece.states:
            parts.append(Part(text, list(piece.states)))
        elif parts and piece.text[:1].islower():
            parts[-1].text = text
        else:
            parts.append(Part(text))
    return parts


def _is_unfinished(text: str) -> bool:
    """Return whether a piece lacks what is to be signed, ratified or done: "sign and ratify", "the creation of"."""
    return not _object(text) or bool(_dangling().search(text))


def _is_object(piece: Piece) -> bool:
    """Return whether a piece is what the verbs before it share: "the Optional Protocol"."""
    return piece.sign != "/" and piece.text[:1].islower() and _object(piece.text) == piece.text


def _shared_object(following: list[Piece]) -> str:
    """Return what the next finished piece is about."""
    return next((_object(piece.text) for piece in following if not _is_unfinished(piece.text)), "")


def _object(text: str) -> str:
    """Return a piece without the verbs at its head: "sign and ratify the Protocol" gives "the Protocol"."""
    found = _verbs().match(text)
    return text[found.end() :].strip() if found else text


def _before(pieces: list[Piece], at: int) -> str:
    """Return what a continuation continues: the piece before, back to where its sentence began."""
    before = pieces[at - 1]
    if at > 1 and before.sign != "/" and _continuing().match(before.text):
        return f"{_before(pieces, at - 1)} {before.text}"
    return _joining().sub("", before.text)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_words('verb')})(?!\w)[\s,]*)+", re.IGNORECASE)


@cache
def _continuing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('continues')})(?!\w)")


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_words('joins')})\s+", re.IGNORECASE)


@cache
def _dangling() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('dangling')})$", re.IGNORECASE)


def _words(kind: str) -> str:
    words = [word for row in rows("shared_objects.csv") if row["kind"] == kind for word in listed(row["words"])]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
