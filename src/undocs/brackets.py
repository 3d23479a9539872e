"""The closing brackets of a paragraph, `(Chile) (Côte d'Ivoire);`: which States asked for which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from undocs import states
from undocs.document import Part

_OPEN = {"(": ")", "（": "）", "[": "]", "【": "】", "﹙": "﹚", "［": "］"}
_SIGNS = re.compile(r"[()（）\[\]【】﹙﹚［］]")
# What parts the names within one bracket: ", ", "；", " and ", " et ", " и ", Arabic "و" before the next name
_BETWEEN = re.compile(r"\s*[,;/、，；،؛]\s*|\s+(?:and|et|y|e|и|和)\s+|\s+(?=و)|(?<=[\u4e00-\u9fff])[和及](?=[\u4e00-\u9fff])")
# What may stand between two State brackets of one sentence: " ", ", ", " and "
_JOIN = re.compile(r"\s*(?:[,;/、，；،؛]|and|et|y|e|и|و|和)?\s*$", re.IGNORECASE)
# What may stand before a sentence that follows a State bracket, or close the last one: "; ", "؛", "1;", "**"
_LEAD = re.compile(r"^[\s;,.:/،؛；。，、*]+")
_END = re.compile(r"^[\s;,.:*\d؛،；。，、]*(?:and|et|y|и)?[\s;,.*]*$")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    states: tuple[str, ...]
    unknown: tuple[str, ...]


def split_states(text: str, language: str | None = None) -> tuple[list[Part], list[str]]:
    """Split a paragraph without its number into sentences with their States, and names in brackets nobody knows."""
    parts: list[Part] = []
    unknown: list[str] = []
    begin = 0
    for mark in _marks(text, language):
        between = text[begin : mark.start]
        unknown += mark.unknown
        if parts and _JOIN.match(between):
            parts[-1].states += [code for code in mark.states if code not in parts[-1].states]
        else:
            sentence = _LEAD.sub("", between).strip() if parts else between.strip()
            parts.append(Part(sentence, list(mark.states)))
        begin = mark.end
    rest = text[begin:]
    if not parts or not _END.match(rest):
        parts.append(Part((_LEAD.sub("", rest) if parts else rest).strip(" ;.؛；。")))
    return parts, unknown


def _marks(text: str, language: str | None) -> Iterator[_Mark]:
    for start, end in _groups(text):
        found, unknown = _names(text[start + 1 : end - 1], language)
        if found and len(found) >= len(unknown):
            yield _Mark(start, end, found, unknown)


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each outermost bracket."""
    depth, start = 0, 0
    for sign in _SIGNS.finditer(text):
        if sign[0] in _OPEN:
            start = sign.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, sign.end()


@lru_cache(maxsize=4096)
def _names(content: str, language: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the States that a bracket names, longest name first, and what in it is none."""
    if code := states.find(content, language):
        return (code,), ()
    cuts = [0, *(cut for match in _BETWEEN.finditer(content) for cut in (match.start(), match.end())), len(content)]
    pieces = [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts), 2)]
    found: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(pieces):
        for to in range(min(len(pieces), at + 4), at, -1):
            piece = content[pieces[at][0] : pieces[to - 1][1]]
            code = states.find(piece, language) or (states.find(piece[1:], language) if piece[:1] == "و" else None)
            if code:
                found += [code] if code not in found else []
                at = to
                break
        else:
            unknown += [content[pieces[at][0] : pieces[at][1]].strip()]
            at += 1
    return tuple(found), tuple(name for name in unknown if name)
