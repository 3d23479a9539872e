"""Which bracket closes which, also where one is missing, doubled or of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# "(", "（", "[", Arabic ornate "﴿" and their partners
_SIGN = re.compile(r"[()（）\[\]［］{}【】〔〕﹙﹚﴾﴿]")
_OPENING = frozenset("(（[［{【〔﹙﴿")
# Arabic text whose brackets were mirrored: ")مصر("
_MIRRORED = re.compile(r"^[^()]*\)[^()]*\([^()]*(?:\)[^()]*\([^()]*)*$")
_SWAP = str.maketrans("()", ")(")


class Pair(NamedTuple):
    """One bracket: where it starts and ends, and whether both of its signs were there."""

    start: int
    end: int
    whole: bool = True


def unmirrored(text: str) -> str:
    """Return the text with brackets turned round where every one of them opens with `)` and closes with `(`."""
    return text.translate(_SWAP) if ")" in text and _MIRRORED.match(text) else text


def pairs(text: str) -> Iterator[Pair]:
    """Yield the outermost brackets in order; one that never closes ends at the next full stop, semicolon or end."""
    found, unclosed = _matched(text)
    until = 0
    for pair in sorted([*found, *(Pair(at, _end(text, at), whole=False) for at in unclosed)]):
        if pair.start >= until:
            yield pair
            until = pair.end


def _matched(text: str) -> tuple[list[Pair], list[int]]:
    found: list[Pair] = []
    opened: list[int] = []
    for sign in _SIGN.finditer(text):
        if sign[0] in _OPENING:
            opened.append(sign.start())
        elif opened:
            found.append(Pair(opened.pop(), sign.end()))
    return found, opened


# What ends a bracket that nobody closed: ";", ".", "؛", "；"
_STOP = re.compile(r"[;؛；]|\.(?=\s|$)|$")


def _end(text: str, start: int) -> int:
    stop = _STOP.search(text, start)
    return stop.start() if stop else len(text)
