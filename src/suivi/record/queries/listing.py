"""One page of the list, as it is shown: rows, how many in all, filters with counts, pages before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace

from suivi.coalitions.models import Membership
from suivi.record.models import Review
from suivi.record.queries.choices import Choice, Choices, choices
from suivi.record.queries.naming import value_names
from suivi.record.queries.rows import Row, rows
from suivi.record.search.asked import SIZES, Asked, Order
from suivi.record.search.filters import Filter
from suivi.record.search.find import Found, find


@dataclass(frozen=True, slots=True)
class Chip:
    """One value that has been chosen, and what to ask to drop it."""

    filter: str
    name: str
    without: Asked


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list. `review` is the one review that all rows belong to, where the filters say so."""

    asked: Asked
    found: Found
    rows: list[Row]
    filters: list[Choices]
    review: tuple[str, str] | None

    @property
    def first(self) -> int:
        """The place of the first row among all results, counted from 1."""
        return (self.asked.page - 1) * self.asked.size + 1

    @property
    def last(self) -> int:
        """The place of the last row among all results."""
        return self.first + len(self.rows) - 1

    @property
    def before(self) -> Asked | None:
        """The question that gives the page before this."""
        return replace(self.asked, page=self.asked.page - 1) if self.asked.page > 1 else None

    @property
    def after(self) -> Asked | None:
        """The question that gives the page after this."""
        return replace(self.asked, page=self.asked.page + 1) if self.last < self.found.total else None

    @property
    def sizes(self) -> list[tuple[int, Asked]]:
        """The sizes of page that would show something else than this one."""
        smallest = SIZES[0]
        return [(size, replace(self.asked, size=size, page=1)) for size in SIZES if self.found.total > smallest]

    @property
    def chips(self) -> list[Chip]:
        """What has been chosen, each with the question that remains without it."""
        return [
            Chip(str(each.filter.label), choice.name, self.asked.without(each.filter, choice.value))
            for each in self.filters
            for choice in each.chosen
        ]

    @property
    def positions(self) -> list[tuple[Choice, Asked]]:
        """How many results have each position, with the question that leaves only those; none while one is chosen."""
        counted = next((each for each in self.filters if each.filter is Filter.POSITION and not each.chosen), None)
        return (
            [(choice, self.asked.with_only(Filter.POSITION, choice.value)) for choice in counted.open]
            if counted
            else []
        )

    @property
    def refused_order(self) -> bool:
        """Whether another order was asked for than so many results can be put in."""
        return self.found.order is not self.asked.order and self.asked.order is not Order.RELEVANCE


def listing(asked: Asked) -> Listing:
    """Return one page of the list, in five queries whatever its length, or six where the order is not the index's."""
    found, names = find(asked), value_names()
    review = _one_review(asked)
    shown = rows(found.entries, names, mixed=not review, tagged=asked.size == SIZES[0])
    return Listing(asked, found, shown, choices(asked, found.counts, names), review)


def beginning(membership: Membership | None) -> Asked:
    """Return what the list shows by itself: the newest review of the State that the coalition follows."""
    state = membership.coalition.state if membership else ""
    newest = Review.objects.filter(state=state).order_by("-cycle").values_list("cycle", flat=True).first()
    return Asked(chosen={Filter.STATE: (state,), Filter.CYCLE: (str(newest),)} if newest else {})


def _one_review(asked: Asked) -> tuple[str, str] | None:
    """Return State and cycle where exactly one of each is chosen."""
    states, cycles = asked.chosen.get(Filter.STATE, ()), asked.chosen.get(Filter.CYCLE, ())
    return (states[0], cycles[0]) if len(states) == len(cycles) == 1 else None
