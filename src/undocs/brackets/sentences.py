"""Sentences and their States: what stands before each closing bracket, and what is left when the brackets go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from undocs.brackets.names import Named, named
from undocs.brackets.pairs import Pair, pairs, unmirrored
from undocs.document import Part

# Between two brackets of one sentence: "", ", ", "; ", " and ", a footnote's "1 "
_JOIN = re.compile(r"^[\s\d*¹²³⁰-⁹]*[,;/、，；،؛&]?\s*(?:and|et|y|e|и|و|和)?\s*$", re.IGNORECASE)
# After the last bracket: ";", "1;", "**.", " and", "; and", "¹ ؛"
_END = re.compile(r"^[\s;,.:*\d¹²³⁰-⁹؛،；。，、)\]-]*(?:and|et|y|и|و|和)?[\s;,.*]*$", re.IGNORECASE)
# Before the next sentence: "; ", ". ", "/ ", "**; "
_LEAD = re.compile(r"^[\s*\d¹²³⁰-⁹]*(?P<sign>[;.:/,؛،；。，]*)[\s;.,؛،；。，]*(?=\S)")
# What closes a text: "… persons ;", "…。"
_CLOSE = re.compile(r"[\s;؛；,،，]+$|(?<!\w\.\w)[\s.。]+$")
# The last words before a bracket that nobody opened: "… Optional Protocol Portugal);"
_UNOPENED = re.compile(r"(?:^|[\s(])(?P<name>[^\s();,]+(?:\s[^\s();,]+){0,5})\)\s*[;.؛；]?\s*$")


@dataclass(slots=True)
class Closing:
    """A paragraph without its number: text without States, the sentences with theirs, and what is not sure.

    `unknown` are names in brackets that no list of States has; `unsure` are (name as typed, code it was taken for).
    """

    text: str
    parts: list[Part]
    unknown: list[str] = field(default_factory=list)
    unsure: list[tuple[str, str]] = field(default_factory=list)


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
    begin = 0
    for mark in _marks(text, language):
        between = text[begin : mark.start]
        closing.unknown += mark.names.unknown
        closing.unsure += mark.names.unsure
        if closing.parts and _JOIN.match(between):
            states = closing.parts[-1].states
            states += [code for code in mark.names.states if code not in states]
        else:
            _add(closing, between, mark.names.states)
        begin = mark.end
    if not closing.parts or not _END.match(text[begin:]):
        _add(closing, text[begin:], ())
    closing.text = _CLOSE.sub("", closing.text)
    return closing


def _add(closing: Closing, piece: str, states: tuple[str, ...]) -> None:
    """Add one more sentence to the text, behind the sign that parted it from the last one."""
    lead = _LEAD.match(piece)
    sentence = _CLOSE.sub("", piece[lead.end() :] if lead and closing.parts else piece).strip()
    if closing.parts:
        sign = (lead["sign"] if lead else "")[:1]
        closing.text += sign if sign == "/" else f"{sign} "
    closing.text += sentence
    closing.parts.append(Part(sentence, list(states)))


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
    tail = _UNOPENED.search(text)
    words = tail["name"].split(" ") if tail else []
    for first in range(len(words)):
        name = " ".join(words[first:])
        names = named(name, language)
        if tail and names.states and not names.unsure:
            return [_Mark(tail.end("name") - len(name), tail.end("name") + 1, names)]
    return []
