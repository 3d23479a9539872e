"""How two hands' changes of one row come together: cell by cell, and nobody's words are overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

type Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """One cell that two hands changed to different words: how it was, how it stands, what was brought."""

    column: str
    was: str
    stands: str
    brought: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of it: cells to set, and those that only a person can decide."""

    cells: dict[str, str] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BroughtLine:
    """One line of a sheet that came back: its place there, which line it was, from which version, its cells."""

    place: int
    key: str
    version: int
    cells: dict[str, str]


def merge(*, was: Cells, stands: Cells, brought: Cells) -> Merged:
    """Bring a changed row (`brought`) into the row as it `stands`, both having begun from how it `was`.

    What only one hand changed is that hand's; what both changed alike is agreed; what both changed differently is a
    clash, and stands as it is until somebody chooses. A column that was not brought is left alone.
    """
    merged = Merged()
    for column, new in brought.items():
        before, now = was.get(column, ""), stands.get(column, "")
        if new in (now, before):
            continue
        if now == before:
            merged.cells[column] = new
        else:
            merged.clashes.append(Clash(column, before, now, new))
    return merged
