"""Dots instead of places: on a coarse grid, one to a square, in no order: no dot leads back to anybody's votes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from suivi.opinions.rules.groups import Labels
    from suivi.opinions.rules.places import Places

FEWEST_ROWS = 16
WIDER = 1.7
"""How much wider than high the grid is."""
EMPTY = 5
"""So many squares for each dot."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Dots as (column, row, group), and how many columns and rows there are."""

    columns: int
    rows: int
    dots: tuple[tuple[int, int, int], ...]


def grid_of(places: Places, labels: Labels) -> Grid:
    """Return a dot for each place, in the free square nearest to it."""
    rows = max(FEWEST_ROWS, math.ceil(math.sqrt(len(places) * EMPTY / WIDER)))
    columns = math.ceil(rows * WIDER)
    taken: dict[tuple[int, int], int] = {}
    # In the order of the places themselves: who voted first must not show in who was moved aside.
    for (x, y), group in sorted(zip(_scaled(places, columns, rows), labels.tolist(), strict=True)):
        near = ((round(x) + right, round(y) + down) for right, down in _steps(columns, rows))
        taken[next(each for each in near if each not in taken and _is_on(each, columns, rows))] = group
    return Grid(columns, rows, tuple(sorted((*square, group) for square, group in taken.items())))


def _scaled(places: Places, columns: int, rows: int) -> list[tuple[float, float]]:
    """Return the places on the grid, near and far kept as they are, the middle in the middle."""
    low, high = places.min(axis=0), places.max(axis=0)
    width, height = (max(float(each), 1e-9) for each in high - low)
    scale = min((columns - 1) / width, (rows - 1) / height)
    middle = (low + high) / 2
    found = (places - middle) * scale
    return [((columns - 1) / 2 + float(x), (rows - 1) / 2 - float(y)) for x, y in found]


@lru_cache(maxsize=4)
def _steps(columns: int, rows: int) -> tuple[tuple[int, int], ...]:
    """Return every step from one square to another, the shortest first."""
    steps = ((right, down) for right in range(1 - columns, columns) for down in range(1 - rows, rows))
    return tuple(sorted(steps, key=lambda step: (step[0] ** 2 + step[1] ** 2, step)))


def _is_on(square: tuple[int, int], columns: int, rows: int) -> bool:
    return 0 <= square[0] < columns and 0 <= square[1] < rows
