"""What the list can be narrowed by, each value with its name and how many results it would leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from suivi.common.normalise import plain
from suivi.record.queries.naming import Names
from suivi.record.rules import Position
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter
from suivi.record.search.find import Counts

OFTEN = 100
BY_NAME = {Filter.STATE, Filter.BY, Filter.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value one may choose. `about` says that the count is an estimate, rounded to the figures it is worth."""

    value: str
    name: str
    count: int
    about: bool = False

    @property
    def shown(self) -> str:
        """Name and count, as one option of a list says it: `Norway (12)`."""
        return f"{self.name} ({'≈ ' if self.about else ''}{self.count})"


@dataclass(frozen=True, slots=True)
class Choices:
    """One filter: what may be chosen still, and what has been chosen."""

    filter: Filter
    open: list[Choice]
    chosen: list[Choice] = field(default_factory=list)


def choices(asked: Asked, counts: Mapping[Filter, Counts], names: Names) -> list[Choices]:
    """Return every filter that has something to choose."""
    return [
        each
        for each in (_choices(which, asked, counts[which], names[which]) for which in Filter)
        if each.open or each.chosen
    ]


def _choices(which: Filter, asked: Asked, counts: Counts, name: Callable[[str], str]) -> Choices:
    def choice(value: str) -> Choice:
        return Choice(value, name(value), _estimate(counts.seen[value], counts.rate), not counts.exact)

    chosen = asked.chosen.get(which, ())
    still = [choice(value) for value in counts.seen if value not in chosen]
    return Choices(which, sorted(still, key=_order(which)), [choice(value) for value in chosen])


def _order(which: Filter) -> Callable[[Choice], tuple[object, ...]]:
    """Return how values stand in their list: by name, by figure, in the order of the field, or the largest first."""
    if which in BY_NAME:
        return lambda choice: (plain(choice.name),)
    if which in {Filter.CYCLE, Filter.SDG}:
        return lambda choice: (not choice.value.isdecimal(), choice.value.zfill(3))
    if which is Filter.POSITION:
        return lambda choice: (Position.values.index(choice.value) if choice.value in Position.values else -1,)
    return lambda choice: (-choice.count, choice.name)


def _estimate(seen: int, rate: int) -> int:
    """Return how many results a value has, judging by one in `rate`; rounded to one figure, or to two if often seen.

    Seen 30 times, an estimate is off by some 18 per cent; seen 100 times, by 10.
    """
    if rate == 1:
        return seen
    count = seen * rate
    return round(count, (2 if seen >= OFTEN else 1) - len(str(count)))
