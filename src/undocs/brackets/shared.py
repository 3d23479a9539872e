"""Sentences that share their words: `Sign (Spain) and ratify (Maldives) the Optional Protocol;` says two whole ones.

Words are shared only where that is sure; a piece that lacks something and is not sure stays as it stands, and is told.
"""

from __future__ import annotations

from undocs.brackets import clauses
from undocs.brackets.clauses import adverbs, continues, is_unfinished, lacks_verb, object_of, shareable, without_join
from undocs.brackets.piece import Piece
from undocs.document import Part


def whole_sentences(pieces: list[Piece]) -> tuple[list[Part], list[str]]:
    """Return each piece as a sentence that can stand alone, with its States, and those pieces that cannot.

    `Sign (Spain) and ratify (Maldives) the Protocol` gives "Sign the Protocol" and "ratify the Protocol";
    `Ratify it (France) as well as its Protocol (Chile)` gives Chile the whole of it.
    """
    if len(pieces) == 1:
        return [Part(pieces[0].text, list(pieces[0].states))], []
    chain = _Chain()
    for at, piece in enumerate(pieces):
        chain.add(piece, pieces[at + 1 :])
    return chain.parts, chain.loose


class _Chain:
    """Pieces of one sentence, each made whole from those around it where that is sure."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.loose: list[str] = []
        self.before = ""  # the piece before, as far as it goes
        self.base = ""  # what it continues, where it only continues something
        self.verb: str | None = None  # the piece before, where it is nothing but verbs
        self.object = ""  # what the last finished piece was about

    def add(self, piece: Piece, following: list[Piece]) -> None:
        """Take the next piece, knowing those that follow it."""
        text = without_join(piece.text) if self.parts else piece.text
        if not self.parts or not self._is_bound(piece, text, following):
            self._start(piece, text, following)

    def _is_bound(self, piece: Piece, text: str, following: list[Piece]) -> bool:
        """Take a piece that belongs to the one before: its object, its continuation, another object of its verb."""
        alternative = piece.sign == "/"
        if self.verb is not None and not alternative and clauses.is_object(piece.text):
            self._add_object(piece, text)
        elif self.verb is not None and not alternative and continues(text):
            self._start(piece, f"{self.verb} {text}", following)
        elif (adverbs(text) or continues(text)) and not (alternative and not self.base):
            base = self.base if alternative else self.before
            self._put(piece, f"{base} {text if alternative else piece.text}")
            self.base = base
        elif lacks_verb(text) and not alternative:
            self._add_with_own_verbs(piece, text)
        else:
            return False
        return True

    def _start(self, piece: Piece, text: str, following: list[Piece]) -> None:
        """Take a piece that begins something of its own; one without an object shares that of another."""
        self.base = ""
        if not is_unfinished(text):
            self.object = shareable(object_of(text))
            self._put(piece, text)
            self.verb = None
            return
        shared = self._shared_object(piece, text, following)
        if not shared and not piece.text[:1].isupper():
            self.loose.append(text)
        self._put(piece, f"{text} {shared}".strip())
        self.before = self.verb = text

    def _shared_object(self, piece: Piece, text: str, following: list[Piece]) -> str:
        """Return the object of the alternative before (`Ratify it (Mali)/accede (Chad)`), or that of what follows."""
        shared = self.object if piece.sign == "/" else ""
        shared = shared or next(filter(None, map(clauses.object_to_share, following)), self.object)
        return f"of {shared}" if shared and clauses.is_noun(text) else shared

    def _add_object(self, piece: Piece, text: str) -> None:
        """Take the object of the verbs before; States that are new here ask for it with the last of these verbs."""
        new = [code for code in piece.states if all(code not in part.states for part in self.parts)]
        whole = f"{self.verb} {text}"
        if new and text.startswith("of "):
            self.loose.append(text)
            self.parts.append(Part(text, new))
        elif new:
            self.parts.append(Part(whole, new))
        self.before, self.base, self.verb, self.object = whole, "", None, shareable(object_of(text))

    def _add_with_own_verbs(self, piece: Piece, text: str) -> None:
        """Add `the Optional Protocol`, to which each State brings the verb of what it asked for before."""
        own = {code: part.text for part in self.parts for code in part.states}
        asked: dict[str, list[str]] = {}
        for code in piece.states:
            verb = clauses.treaty_verb_of(own.get(code, self.before))
            if not verb and text not in self.loose:
                self.loose.append(text)
            asked.setdefault(f"{verb} {text}".strip(), []).append(code)
        if not asked:
            self._put(piece, f"{self.before} {text}")
            return
        self.parts += [Part(sentence, codes) for sentence, codes in asked.items()]
        self.before, self.verb = f"{clauses.treaty_verb_of(self.before)} {text}".strip(), None

    def _put(self, piece: Piece, text: str) -> None:
        """Add a sentence with its States; one without States is the end of the last sentence."""
        self.before = text
        if piece.states or not self.parts or not piece.text[:1].islower():
            self.parts.append(Part(text, list(piece.states)))
        else:
            self.parts[-1].text = text
