"""The number of a paragraph, as six languages and many hands write it: `140.7`, `131-237`, `١٢١-١٢٦`, `157.`."""

from __future__ import annotations

import re
from typing import NamedTuple

# One piece of a number, perhaps torn: "131", "17 6"
_PIECE = r"\d{1,2}\s\d(?=[\s.\-‐‑–—]*[^\W\d])|\d{1,3}"
# What may stand before a number: "- ", "• ", "Recommendation No. ", "Rec. ", "§ ", "التوصية ", "建议"
_BEFORE = (
    r"^[\s\-–—.•·*]*(?:(?:Rec(?:ommendation)?s?|Recommandation|Recomendaci[oó]n|Рекомендация|التوصية|建议)(?![^\W\d])[\s.:]*"
    r"(?:N[o°º]\.?|№|رقم)?|[#§№])?[\s(]*"
)
# "131.237", "131-237-", "115 - 181", "86.8.1", "186.214. ", "115.85 .", "127.179继续", "- 89.91 -"
_DOTTED = re.compile(
    rf"{_BEFORE}(?P<number>(?:{_PIECE})(?:\s*[.\-‐‑–—．·]\s*(?:{_PIECE})){{1,2}})(?!\d|\s?%)[\s.\-‐‑–—:)]*",
    re.IGNORECASE,
)
# "157. ", "157- ", "(3) ", "12) "; "7 Ratify" but not "50 per cent"
_PLAIN = re.compile(rf"{_BEFORE}(?P<number>\d{{1,3}})(?:\s*[.):\-–—．、]+(?!\d)\s*|\s+(?=[A-ZА-ЯÀ-Þ]))")
# Between the pieces: " - ", "."
_DOT = re.compile(r"\s*[.\-‐‑–—．·]\s*")
# A number that stands inside a paragraph where a new sentence begins: "; 118.17. Consider …"
_INSIDE = re.compile(r"[;؛；.]\s*(?P<number>\d{1,3}[.\-]\d{1,3})(?:[.\-]|\s)\s*(?=[^\W\d])")
# No report has so many paragraphs, and none has so few before its recommendations
_LAST_PARAGRAPH, _FIRST_PARAGRAPH = 200, 30
_ARABIC = re.compile("[\u0600-\u06ff]")


class Numbered(NamedTuple):
    """A paragraph's number (plain digits, dots), the text after it, and what is not sure about the number."""

    number: str | None
    text: str
    doubts: tuple[str, ...] = ()


def split_number(text: str) -> Numbered:
    """Split a paragraph into its leading number, None where there is none, and the rest."""
    match = _DOTTED.match(text) or _PLAIN.match(text)
    if not match:
        return Numbered(None, text)
    written, rest = match["number"], text[match.end() :]
    pieces = [re.sub(r"\s", "", piece) for piece in _DOT.split(written)]
    pieces = [str(int(piece)) for piece in pieces]
    doubts = []
    if re.search(r"\d\s\d", written):
        doubts.append(f"The number is torn: “{written}” was read as {'.'.join(pieces)}.")
    if len(pieces) == 2 and _ARABIC.search(rest) and is_reversed(*pieces):  # noqa: PLR2004
        pieces.reverse()
        doubts.append(f"The number “{written}” is written the other way round: it was read as {'.'.join(pieces)}.")
    return Numbered(".".join(pieces), rest, tuple(doubts))


def is_reversed(first: str, second: str) -> bool:
    """Return whether a number says item and paragraph (`259-138`) rather than paragraph and item (`138-259`)."""
    return int(first) > _LAST_PARAGRAPH and _FIRST_PARAGRAPH <= int(second) <= _LAST_PARAGRAPH


def inside(text: str) -> list[str]:
    """Return numbers at the head of later sentences: two recommendations that run into each other."""
    return [match["number"] for match in _INSIDE.finditer(text)]
