"""Sentences and their States: what stands before each closing bracket, and what is left when the brackets go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from undocs.brackets.clauses import is_unfinished
from undocs.brackets.names import Named, named
from undocs.brackets.pairs import Pair, pairs, unmirrored
from undocs.brackets.piece import Piece
from undocs.brackets.shared import whole_sentences
from undocs.document import Part

# Between two brackets of one sentence: "", ", ", "; ", " and ", a footnote's "1 "
_JOIN = re.compile(r"^[\s\d*¹²³⁰-⁹]*[,;/、，；،؛&]?\s*(?:and|et|y|e|и|و|和)?\s*$", re.IGNORECASE)
# After the last bracket: ";", "1;", "**.", " and", "; and", "¹ ؛"
_END = re.compile(r"^[\s;,.:*\d¹²³⁰-⁹؛،；。，、)\]-]*(?:and|et|y|и|و|和)?[\s;,.*]*$", re.IGNORECASE)
# Before the next sentence: "; ", ". ", "/ ", "**; "
_LEAD = re.compile(r"^[\s*\d¹²³⁰-⁹]*(?P<sign>[;.:/,؛،；。，]*)[\s;.,؛،；。，]*(?=\S)")
_LONGEST_NAME = 120
_STRONG = tuple(";.؛；。")
# What closes a text: "… persons ;", "…。"
_CLOSE = " \t\n\u00a0;؛；,،，.。"
# The last words before a bracket that nobody opened: "… Optional Protocol Portugal);"
_UNOPENED = re.compile(r"(?:^|[\s(])(?P<name>[^\s();,]+(?:\s[^\s();,]+){0,5})\)\s*[;.؛；]?\s*$")

# A bracket at the very end with one to six words that begin as a name does: "(Kingdom of Nowhere);"
_LAST = re.compile(r"[(（]\s*(?P<name>(?![a-z\d])[^\W\d_][^\s()（）]*(?:\s[^\s()（）]+){0,5})\s*[)）][\s;.؛；。]*$")


@dataclass(slots=True)
class Closing:
    """A paragraph without its number: text without States, the sentences with theirs, and what is not sure.

    `unknown` are names in brackets that no list of States has; `unsure` are (name as typed, code it was taken for);
    `loose` are parts that lack a verb or an object, where it is not sure which.
    """

    text: str
    parts: list[Part]
    unknown: list[str] = field(default_factory=list)
    unsure: list[tuple[str, str]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    names: Named


def split_states(text: str, language: str | None = None) -> tuple[list[Part], list[str]]:
    """Return the sentences of a paragraph without its number, with their States, and names nobody knows."""
    closing = close(text, language)
    return closing.parts, closing.unknown


def close(text: str, language: str | None = None) -> Closing:
    """Take the States' brackets out of a paragraph without its number."""
    text = unmirrored(text)
    closing = Closing("", [])
    pieces: list[Piece] = []
    begin = 0
    for mark in _marks(text, language):
        between = text[begin : mark.start]
        closing.unknown += mark.names.unknown
        closing.unsure += mark.names.unsure
        if pieces and _JOIN.match(between):
            states = pieces[-1].states
            states += [code for code in mark.names.states if code not in states]
        else:
            pieces.append(_piece(between, mark.names.states, first=not pieces))
        begin = mark.end
    if not pieces or not _END.match(text[begin:]):
        closing.unknown += _last_name(text[begin:])
        pieces.append(_piece(text[begin:], (), first=not pieces))
    closing.text = _without_states(pieces)
    for chain in _chains(pieces):
        parts, loose = whole_sentences(chain)
        closing.parts += parts
        closing.loose += loose
    return closing


def _last_name(text: str) -> list[str]:
    """Return what the last bracket says where it looks like a name: a State that no list has, perhaps."""
    last = _LAST.search(text[-_LONGEST_NAME:])
    return [last["name"]] if last and not last["name"].isupper() else []


def _piece(text: str, states: tuple[str, ...], *, first: bool) -> Piece:
    lead = None if first else _LEAD.match(text)
    sign = lead["sign"][:1] if lead else ""
    return Piece(sign, (text[lead.end() :] if lead else text).strip(_CLOSE), list(states))


def _chains(pieces: list[Piece]) -> list[list[Piece]]:
    """Return runs of pieces that no semicolon and no full stop parts."""
    chains: list[list[Piece]] = []
    for piece in pieces:
        goes_on = piece.sign == "/" or piece.text[:1].islower() or (chains and is_unfinished(chains[-1][-1].text))
        if chains and goes_on and piece.sign not in _STRONG:
            chains[-1].append(piece)
        else:
            chains.append([piece])
    return chains


def _without_states(pieces: list[Piece]) -> str:
    text = "".join((piece.sign if piece.sign == "/" else f"{piece.sign} ") + piece.text for piece in pieces)
    return text.strip(_CLOSE)


def _marks(text: str, language: str | None) -> list[_Mark]:
    """Return the brackets that name States, and unknown names that stand among them."""
    marks: list[_Mark] = []
    for pair in pairs(text):
        names = named(_content(text, pair), language)
        if names.closes:
            marks.append(_Mark(pair.start, pair.end, names))
        elif marks and not text[marks[-1].end : pair.start].strip() and pair.whole:
            marks.append(_Mark(pair.start, pair.end, Named(unknown=(_content(text, pair).strip(),))))
    return marks or _unopened(text, language)


def _content(text: str, pair: Pair) -> str:
    return text[pair.start + 1 : pair.end - 1 if pair.whole else pair.end]


def _unopened(text: str, language: str | None) -> list[_Mark]:
    if ")" not in text[-_LONGEST_NAME:]:
        return []
    begin = max(0, len(text) - _LONGEST_NAME)
    tail = _UNOPENED.search(text, begin)
    words = tail["name"].split(" ") if tail else []
    for first in range(len(words)):
        name = " ".join(words[first:])
        names = named(name, language)
        if tail and names.states and not names.unsure:
            return [_Mark(tail.end("name") - len(name), tail.end("name") + 1, names)]
    return []
