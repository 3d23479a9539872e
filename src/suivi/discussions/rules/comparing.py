"""Compares two wordings word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from suivi.common.lazily import lazily

if TYPE_CHECKING:
    from rapidfuzz.distance import Indel
else:
    Indel = lazily("rapidfuzz.distance.Indel")

type Kind = Literal["same", "gone", "new"]

# A letter of a script without spaces (Chinese, kana, Thai, Lao, Khmer, Myanmar), a word, a run of spaces, or one sign:
# "酷", "torture", "  ", ","
_PIECE = re.compile(r"[\u0e01-\u0ece\u1000-\u109f\u1780-\u17d3\u3041-\u30fa\u3400-\u9fff]|\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether both wordings have them, only the earlier one (gone), or only the later one (new)."""

    kind: Kind
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """Return the pieces of both wordings in reading order; what went stands before what came in its place."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    return list(_joined(_gathered(_without_islands(list(_pieces(old, new))))))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Make one piece of neighbours of one kind, and leave empty ones out."""
    told = (piece for piece in pieces if piece.text)
    for kind, neighbours in groupby(told, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in neighbours))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield Piece("same", "".join(old[step.src_start : step.src_end]))
        if step.tag in {"delete", "replace"}:
            yield Piece("gone", "".join(old[step.src_start : step.src_end]))
        if step.tag in {"insert", "replace"}:
            yield Piece("new", "".join(new[step.dest_start : step.dest_end]))


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Take a mere space between two changes for changed: "two new words" reads better than word, space, word."""
    for number, piece in enumerate(pieces):
        island = piece.kind == "same" and piece.text.isspace() and 0 < number < len(pieces) - 1
        if island:
            yield Piece("gone", piece.text)
            yield Piece("new", piece.text)
        else:
            yield piece


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put the changes between two pieces that stayed together: first all that went, then all that came."""
    gone: list[str] = []
    new: list[str] = []
    for piece in (*pieces, Piece("same", "")):
        if piece.kind == "gone":
            gone.append(piece.text)
        elif piece.kind == "new":
            new.append(piece.text)
        else:
            yield from _without_margins("".join(gone), "".join(new))
            gone, new = [], []
            if piece.text:
                yield piece


def _without_margins(gone: str, new: str) -> Iterator[Piece]:
    """Take spaces that both begin or end with for what they are: the same."""
    both = min(len(gone), len(new))
    ahead = next((n for n in range(both) if not (gone[n].isspace() and gone[n] == new[n])), both)
    left = both - ahead
    behind = next((n for n in range(left) if not (gone[-1 - n].isspace() and gone[-1 - n] == new[-1 - n])), left)
    yield Piece("same", new[:ahead])
    yield Piece("gone", gone[ahead : len(gone) - behind])
    yield Piece("new", new[ahead : len(new) - behind])
    yield Piece("same", new[len(new) - behind :])
