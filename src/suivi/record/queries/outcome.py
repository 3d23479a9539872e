"""The outcome of a review in numbers: positions overall, and by theme, group of persons, goal, issue and State."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from suivi.record.models import Recommendation, RecommendingState, Review, Tagging
from suivi.record.names import slug_of, state_name
from suivi.record.rules import Position, TagKind

STATE = "by"
"""The kind of slice that counts by recommending State, called as the list calls its filter."""


@dataclass(frozen=True, slots=True)
class Slice:
    """How often each position was given within one tag or State. `value` is what the list filters by."""

    value: str
    name: str
    positions: Counter[Position]

    @property
    def total(self) -> int:
        """How many recommendations the slice holds."""
        return self.positions.total()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Positions of one review. `by` maps `theme`, `group`, `sdg`, `issue` and `by` (State) to slices, largest first.

    A recommendation with three themes counts in three slices: slices of one kind do not add up to the total.
    """

    positions: Counter[Position]
    by: dict[str, list[Slice]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many recommendations the review holds."""
        return self.positions.total()

    @property
    def states(self) -> int:
        """How many States recommended something."""
        return len(self.by.get(STATE, ()))


def outcome(review: Review) -> Outcome:
    """Count the positions of a review, in three queries whatever its size."""
    inside = {"recommendation__review": review}
    counted = Recommendation.objects.filter(review=review).order_by().values_list("position").annotate(Count("pk"))
    tagged = (
        Tagging.objects.filter(**inside)
        .order_by()
        .values_list("tag__kind", "tag__code", "tag__name", "recommendation__position")
        .annotate(Count("recommendation", distinct=True))
    )
    asked = (
        RecommendingState.objects.filter(**inside)
        .order_by()
        .values_list("state", "recommendation__position")
        .annotate(Count("recommendation", distinct=True))
    )
    slices = _slices(
        (str(kind), code if kind == TagKind.SDG else slug_of(name), name, position, count)
        for kind, code, name, position, count in tagged
    )
    states = _slices((STATE, state, state_name(state), position, count) for state, position, count in asked)
    return Outcome(Counter({Position(position): count for position, count in counted}), slices | states)


def _slices(counted: Iterable[tuple[str, str, str, str, int]]) -> dict[str, list[Slice]]:
    """Return slices by kind, the largest first, from (kind, value, name, position, count)."""
    found: dict[tuple[str, str], Slice] = {}
    for kind, value, name, position, count in counted:
        piece = found.setdefault((kind, value), Slice(value, name, Counter()))
        piece.positions[Position(position)] += count
    by: dict[str, list[Slice]] = defaultdict(list)
    for (kind, _value), piece in found.items():
        by[kind].append(piece)
    return {kind: sorted(pieces, key=lambda each: (-each.total, each.name)) for kind, pieces in by.items()}
