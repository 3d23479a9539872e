"""What one cell says: a list, a position, a session, goals, States."""

from __future__ import annotations

import html
import re
from functools import cache

from undocs.brackets import Named, named
from undocs.document import Position
from undocs.matrix.positions import read_position
from undocs.typed import clean, letters
from undocs.vocabulary import listed, rows

# One item of a list: "- Right to health", "• Children"
_ITEM = re.compile(r"^\s*[-–—•·*▪]\s+", re.MULTILINE)
# Within a cell without dashes: "Justice,Women's rights", "Children; Women | Girls"
_SEPARATOR = re.compile(r"[,;|、；،\n]")
# "28th Session - Cycle 2", "Session 28", "28", "28.0"
_SESSION = re.compile(r"(?P<session>\d{1,2})(?:st|nd|rd|th)?(?:\.0)?\s*(?:session)?", re.IGNORECASE)
# "4", "Cycle 4", "4th cycle"
_CYCLE = re.compile(r"(?P<cycle>\d)")
# The end of "28th Session - Cycle 2", "48e session (4e cycle)"
_CYCLE_OF_SESSION = re.compile(r"(?:cycle|ciclo|цикл|周期)\D{0,3}(?P<cycle>\d)", re.IGNORECASE)
# "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "SDG 16", "Goal 16"
_GOAL = re.compile(r"(?<![\d.])(?P<goal>1[0-7]|[1-9])(?![\d.])")
_TAG = re.compile(r"<[^<>]{1,200}>")
_PLEDGE = "pledge"


def items(cell: str) -> list[str]:
    """Return the items of a cell of `- item` lines; without dashes, each line is an item."""
    if not _ITEM.search(cell):
        return [line.strip() for line in cell.split("\n") if line.strip()]
    return [" ".join(item.split()) for item in _ITEM.split(cell) if item.strip()]


def separated(cell: str) -> list[str]:
    """Return the items of a cell such as `Justice,Women's rights`."""
    if _ITEM.search(cell):
        return items(cell)
    return [item.strip() for item in _SEPARATOR.split(cell) if item.strip()]


def names_of_states(cell: str) -> Named:
    """Return the States that a cell lists, by lines, commas or brackets, in any of six languages."""
    return named(clean(", ".join(items(cell))).strip(" ()[];."))


def position(cell: str) -> Position | None:
    """Return the position that a cell's words mean, None where it is empty or speaks of a pledge."""
    written = " ".join(items(cell))
    if not written or is_pledge(cell):
        return None
    known = _positions().get(letters(written))
    return Position(known) if known else read_position(written)


def is_pledge(cell: str) -> bool:
    """Return whether the cell says that the State promised this itself."""
    return _positions().get(letters(cell)) == _PLEDGE


def session(cell: str) -> int | None:
    """Return the number of the Working Group's session."""
    found = _SESSION.search(cell)
    return int(found["session"]) if found else None


def cycle(column: str, sessions: str = "") -> int | None:
    """Return the cycle that its own column or that of sessions names, or else the one in which the session fell."""
    named_there = _CYCLE.search(column.strip()) or _CYCLE_OF_SESSION.search(sessions)
    if named_there:
        return int(named_there["cycle"])
    held = session(sessions) or 0
    begun = (int(row["cycle"]) for row in reversed(rows("cycles.csv")) if int(row["first_session"]) <= held)
    return next(begun, None)


def goals(cell: str) -> list[int]:
    """Return the goals of a cell of lines such as `- 16 - PEACE, …`, `SDG 16`, or figures `3, 4, 16`."""
    heads = [_GOAL.search(item) for item in (items(cell) if re.search(r"[^\W\d]", cell) else separated(cell))]
    return [int(head["goal"]) for head in heads if head]


def text(cell: str) -> str:
    """Return a cell's text without the tags of a web page."""
    return html.unescape(_TAG.sub(" ", cell)) if "<" in cell else cell


@cache
def _positions() -> dict[str, str]:
    return {letters(word): row["position"] for row in rows("positions.csv") for word in listed(row["words"])}
