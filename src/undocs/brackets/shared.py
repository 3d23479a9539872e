"""Sentences that share their words: `Sign (Spain) and ratify (Maldives) the Optional Protocol;` says two whole ones."""

from __future__ import annotations

from undocs.brackets.clauses import (
    adverbs,
    continues,
    is_unfinished,
    lacks_verb,
    object_of,
    refers,
    verb_of,
    without_join,
)
from undocs.brackets.piece import Piece
from undocs.document import Part

# Verbs that have become nouns want an "of" before their object: "the ratification of the Protocol".
_NOUNS = ("ion", "process")


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
        self.object = ""  # what the last finished piece was about

    def add(self, piece: Piece, following: list[Piece]) -> None:
        """Take the next piece, knowing those that follow it."""
        text = without_join(piece.text) if self.parts else piece.text
        base = ""
        if self.verb is not None and piece.sign != "/" and self._belongs_to_verb(piece, text):
            return
        if self.verb is not None and piece.sign != "/" and continues(text):
            text = f"{self.verb} {text}"
        elif (
            self.parts and (adverbs(text) or continues(text) or refers(text)) and not self._is_alternative(piece, text)
        ):
            base = self.base if piece.sign == "/" and self.base else self.before
            text = f"{base} {text if base == self.base else piece.text}"
        elif self.parts and lacks_verb(text) and is_unfinished(text):
            text = f"{self.before.partition(' ')[0]} {text}"
        elif self.parts and lacks_verb(text):
            self._add_with_own_verbs(piece, text)
            return
        self._finish(piece, text, base, following)

    def _belongs_to_verb(self, piece: Piece, text: str) -> bool:
        """Take the object of the verbs before; States that are new here ask for it with the last of these verbs."""
        if not text.startswith("of ") and (object_of(text) != text or continues(text)):
            return False
        new = [code for code in piece.states if all(code not in part.states for part in self.parts)]
        self.before, self.base, self.verb, self.object = f"{self.verb} {text}", "", None, object_of(text)
        if new:
            self.parts.append(Part(self.before, new))
        return True

    def _add_with_own_verbs(self, piece: Piece, text: str) -> None:
        """Add `the Optional Protocol`, to which each State brings the verb of what it asked for before."""
        own = {code: part.text for part in self.parts for code in part.states}
        asked: dict[str, list[str]] = {}
        for code in piece.states:
            asked.setdefault(f"{verb_of(own.get(code, self.before))} {text}".strip(), []).append(code)
        self.parts += [Part(sentence, codes) for sentence, codes in asked.items()]
        if not asked:
            self.parts[-1].text += f" {text}"
        self.before, self.base, self.verb, self.object = f"{verb_of(self.before)} {text}".strip(), "", None, text

    def _finish(self, piece: Piece, text: str, base: str, following: list[Piece]) -> None:
        self.before, self.base = text, base
        self.verb = text if is_unfinished(text) else None
        if self.verb is None:
            self.object = object_of(text)
        else:
            text = f"{text} {self._shared_object(text, following)}".strip()
        if piece.states or not self.parts or not piece.text[:1].islower():
            self.parts.append(Part(text, list(piece.states)))
        else:
            self.parts[-1].text = text

    def _shared_object(self, text: str, following: list[Piece]) -> str:
        """Return what the next finished piece is about, or else the last one."""
        texts = [without_join(each.text) for each in following]
        finished = (
            each for each in texts if not is_unfinished(each) and (each.startswith("of ") or not continues(each))
        )
        shared = next((object_of(each) for each in finished), self.object)
        return f"of {shared}" if shared and text.endswith(_NOUNS) else shared

    @staticmethod
    def _is_alternative(piece: Piece, text: str) -> bool:
        """Return whether a piece says another verb rather than more of the same: "/to sign"."""
        return piece.sign == "/" and is_unfinished(text) and not adverbs(text)
