"""Reads what people type into the search: words, "phrases", beginnings of words*, numbers and -what is not wanted."""

from __future__ import annotations

import re

from suivi.common.normalise import is_unspaced, sought_words
from suivi.record.search.condition import Condition, Term, token

# A phrase in quotation marks of any kind, or a run without spaces; before either a hyphen for what is not wanted:
# "ill-treatment", «État de droit», -torture, -"death penalty", prison*
_PIECE = re.compile(r"""(?P<no>-)?(?:["“”«»„](?P<phrase>[^"“”«»„]*)(?:["“”«»„]|$)|(?P<word>[^\s"“”«»„]+))""")
# The number of a recommendation: 140.35, 6.103.12
_NUMBER = re.compile(r"\d+(?:\.\d+)+")
_LONGEST = 200
_MOST_TERMS = 16
_SHORTEST_BEGINNING = 2


def read_typed(text: str) -> Condition:
    """Return what a typed search demands.

    The last word counts as the beginning of one while no space follows it; of a letter alone too many words begin,
    so it waits for the second. In scripts without spaces one letter is enough.
    """
    text = text[:_LONGEST]
    pieces = list(_PIECE.finditer(text))[:_MOST_TERMS]
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for piece in pieces:
        term = _term(piece, being_typed=piece.end() == len(text))
        if term:
            (unwanted if piece["no"] else wanted).append(term)
    return Condition(tuple((term,) for term in wanted), tuple(unwanted))


def _term(piece: re.Match[str], *, being_typed: bool) -> Term | None:
    """Return what one piece asks for, or None where it says nothing yet."""
    if piece["word"] and _NUMBER.fullmatch(piece["word"]):
        return Term((token("number", piece["word"]),))
    words = tuple(sought_words(piece["phrase"] or piece["word"] or ""))
    if not words:
        return None
    begins = bool(piece["word"]) and (being_typed or piece["word"].endswith("*"))
    if is_unspaced(words[-1]):
        return Term(words, begins=len(words[-1]) == 1)
    if begins and len(words[-1]) < _SHORTEST_BEGINNING:
        words = words[:-1]
        begins = False
    return Term(words, begins) if words else None
