"""What comes out of the votes: groups, dots without names, and the statements that unite or divide them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from suivi.common.lazily import lazily
from suivi.opinions.rules.dots import Grid, grid_of
from suivi.opinions.rules.groups import grouping
from suivi.opinions.rules.places import places
from suivi.opinions.rules.shares import Counted, counted, standing_for, unity
from suivi.opinions.rules.words import FEW, Choice, votes_enough

if TYPE_CHECKING:
    import numpy as np
    import threadpoolctl

    from suivi.opinions.rules.places import Votes
else:
    np = lazily("numpy")
    threadpoolctl = lazily("threadpoolctl")

MOST_OF_THEM = 0.5
FAR_APART = 0.4
"""Two groups whose shares of agreement lie this far apart are divided."""
A_THIRD = 1 / 3


class Cell(NamedTuple):
    """How many of a group agreed, disagreed and passed."""

    agreed: int
    disagreed: int
    passed: int

    @property
    def seen(self) -> int:
        """How many of the group voted on it."""
        return self.agreed + self.disagreed + self.passed

    def share(self, choice: Choice) -> float:
        """Return the share of those who said this."""
        said = {Choice.AGREE: self.agreed, Choice.DISAGREE: self.disagreed, Choice.PASS: self.passed}[choice]
        return said / self.seen


type Said = tuple[str, Choice]
"""A statement, by its key, and what is said to it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Results as they are kept and shown. A cell of fewer than `FEW` votes is empty: nothing is kept of it.

    `rows` has a cell for each group, by the statement's key; `together`: what every group says for the most part;
    `divided`: where groups (or, without groups, people) stand apart; `apart`: for each group what sets it apart;
    `unseen`: what too few have seen in some group.
    """

    voters: int
    placed: int
    clearness: float
    sizes: tuple[int, ...]
    grid: Grid | None
    rows: dict[str, tuple[Cell | None, ...]]
    together: tuple[Said, ...]
    divided: tuple[str, ...]
    apart: tuple[tuple[Said, ...], ...]
    unseen: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        grid = self.grid and [self.grid.columns, self.grid.rows, [list(dot) for dot in self.grid.dots]]
        return {
            "voters": self.voters,
            "placed": self.placed,
            "clearness": self.clearness,
            "sizes": list(self.sizes),
            "grid": grid,
            "rows": {key: [cell and list(cell) for cell in cells] for key, cells in self.rows.items()},
            "together": [[key, int(choice)] for key, choice in self.together],
            "divided": list(self.divided),
            "apart": [[[key, int(choice)] for key, choice in said] for said in self.apart],
            "unseen": list(self.unseen),
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Outcome:
        """Return what `as_json` kept."""
        grid = kept["grid"] and Grid(kept["grid"][0], kept["grid"][1], tuple(tuple(dot) for dot in kept["grid"][2]))
        rows = {key: tuple(cell and Cell(*cell) for cell in cells) for key, cells in kept["rows"].items()}
        return cls(
            **{name: kept[name] for name in ("voters", "placed", "clearness")},
            sizes=tuple(kept["sizes"]),
            grid=grid,
            rows=rows,
            together=_said(kept["together"]),
            divided=tuple(kept["divided"]),
            apart=tuple(_said(each) for each in kept["apart"]),
            unseen=tuple(kept["unseen"]),
        )


def outcome_of(votes: Votes, keys: Sequence[str]) -> Outcome:
    """Return what comes out of votes: a row for each person, a column for each statement of `keys`."""
    has_place = (~np.isnan(votes)).sum(axis=1) >= votes_enough(len(keys))
    with threadpoolctl.threadpool_limits(limits=1):
        everywhere = places(votes)[has_place]
        found = grouping(everywhere, smallest=FEW)
    # Where there are no groups, everybody counts, however little they voted.
    grouped = len(found.sizes) > 1
    inside = votes[has_place] if grouped else votes
    labels = found.labels if grouped else np.zeros(len(votes), dtype=np.int64)
    numbers = counted(inside, labels)
    rows = {key: _cells(numbers, column) for column, key in enumerate(keys)}
    known = {key: tuple(cell for cell in cells if cell) for key, cells in rows.items() if all(cells)}
    return Outcome(
        voters=len(votes),
        placed=int(has_place.sum()),
        clearness=round(found.clearness, 2),
        sizes=tuple(found.sizes) if grouped else (len(votes),),
        grid=grid_of(everywhere, found.labels) if grouped else None,
        rows=rows,
        together=_together(numbers, keys, known),
        divided=_divided(known),
        apart=_apart(numbers, keys, known) if grouped else (),
        unseen=tuple(key for key in keys if key not in known),
    )


def _cells(numbers: Counted, column: int) -> tuple[Cell | None, ...]:
    cells = (
        Cell(int(agreed), int(disagreed), int(seen - agreed - disagreed))
        for agreed, disagreed, seen in zip(
            numbers.agreed[:, column], numbers.disagreed[:, column], numbers.seen[:, column], strict=True
        )
    )
    return tuple(cell if cell.seen >= FEW else None for cell in cells)


def _together(numbers: Counted, keys: Sequence[str], known: dict[str, tuple[Cell, ...]]) -> tuple[Said, ...]:
    """Return what more than half of every group says, the most surely shared first."""
    found = []
    for choice in (Choice.AGREE, Choice.DISAGREE):
        shared = unity(numbers, choice).tolist()
        found += [
            (-shared[column], column, (key, choice))
            for column, key in enumerate(keys)
            if key in known and all(cell.share(choice) > MOST_OF_THEM for cell in known[key])
        ]
    return tuple(said for _unity, _column, said in sorted(found))


def _divided(known: dict[str, tuple[Cell, ...]]) -> tuple[str, ...]:
    gaps = {key: _gap(cells) for key, cells in known.items()}
    return tuple(sorted((key for key, gap in gaps.items() if gap), key=lambda key: -gaps[key]))


def _gap(cells: tuple[Cell, ...]) -> float:
    """Return how far groups lie apart; without groups, how evenly people are split; 0 where it is no division."""
    if len(cells) == 1:
        smaller = min(cells[0].share(Choice.AGREE), cells[0].share(Choice.DISAGREE))
        return smaller if smaller >= A_THIRD else 0.0
    shares = [cell.share(Choice.AGREE) for cell in cells]
    gap = max(shares) - min(shares)
    return gap if gap >= FAR_APART else 0.0


def _apart(numbers: Counted, keys: Sequence[str], known: dict[str, tuple[Cell, ...]]) -> tuple[tuple[Said, ...], ...]:
    """Return what sets each group apart, of what enough have seen in every group."""
    columns = [column for column, key in enumerate(keys) if key in known]
    some = Counted(*(each[:, columns] for each in (numbers.agreed, numbers.disagreed, numbers.seen)))
    return tuple(tuple((keys[columns[place]], choice) for place, choice in said) for said in standing_for(some))


def _said(kept: list[list[Any]]) -> tuple[Said, ...]:
    return tuple((key, Choice(choice)) for key, choice in kept)
