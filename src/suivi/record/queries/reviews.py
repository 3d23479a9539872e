"""Reviews: those of one State side by side, the documents one was read from, and what was asked again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from suivi.record.models import AskedBefore, Document, Recommendation, RecommendingState, Review
from suivi.record.rules import Position


@dataclass(frozen=True, slots=True)
class Summary:
    """One review in figures. `again` counts recommendations that had been made before, by the answer given then."""

    review: Review
    positions: Counter[Position]
    states: int
    again: dict[Position, int]

    @property
    def total(self) -> int:
        """How many recommendations were made."""
        return self.positions.total()

    @property
    def answers_before(self) -> list[tuple[Position, int]]:
        """How what was asked before was answered then, in the order of the field."""
        return [(each, self.again[each]) for each in Position if self.again.get(each)]

    @property
    def shares(self) -> list[tuple[Position, int]]:
        """The positions that occur, in the order of the field."""
        return [(each, self.positions[each]) for each in Position if self.positions[each]]


def compare_cycles(state: str) -> list[Summary]:
    """Return every review of a State, the newest first, in four queries."""
    reviews = list(Review.objects.filter(state=state).order_by("-cycle"))
    of_state = Q(recommendation__review__state=state)
    counted = Recommendation.objects.filter(review__state=state).order_by()
    positions = _counters(counted.values_list("review", "position").annotate(Count("pk")))
    asking = RecommendingState.objects.filter(of_state).order_by().values("recommendation__review")
    states = dict(asking.annotate(n=Count("state", distinct=True)).values_list("recommendation__review", "n"))
    return [
        # A plain dictionary: templates would take `items` of a Counter for a word that was counted nowhere, and get 0.
        Summary(each, positions[each.pk], states.get(each.pk, 0), dict(again))
        for each, again in zip(reviews, _asked_again(reviews, of_state), strict=True)
    ]


def documents_of(review: Review) -> list[Document]:
    """Return the documents that a review was read from, the latest first."""
    read_from = (
        Q(recommendations__review=review)
        | Q(responses__recommendation__review=review)
        | Q(taggings__recommendation__review=review)
        | Q(pledges__review=review)
    )
    keys = Document.objects.filter(read_from).order_by().values("pk")
    return list(Document.objects.filter(pk__in=keys))


def cycles_by_state() -> dict[str, list[int]]:
    """Return every State that has a review here, with its cycles."""
    found = defaultdict(list)
    for state, cycle in Review.objects.order_by("state", "cycle").values_list("state", "cycle"):
        found[state].append(cycle)
    return dict(found)


def _asked_again(reviews: Iterable[Review], of_state: Q) -> list[Counter[Position]]:
    """Return for each review how its asked-again recommendations were answered the last time."""
    last: dict[int, tuple[int, int, Position]] = {}
    links = AskedBefore.objects.filter(of_state).values_list(
        "recommendation", "recommendation__review", "earlier__review__cycle", "earlier__position"
    )
    for key, review, cycle, position in links:
        last[key] = max(
            last.get(key, (review, 0, Position.PENDING)), (review, cycle, Position(position)), key=lambda each: each[1]
        )
    counted: dict[int, Counter[Position]] = defaultdict(Counter)
    for review, _cycle, position in last.values():
        counted[review][position] += 1
    return [counted[each.pk] for each in reviews]


def _counters(counted: Iterable[tuple[int, str, int]]) -> dict[int, Counter[Position]]:
    found: dict[int, Counter[Position]] = defaultdict(Counter)
    for review, position, count in counted:
        found[review][Position(position)] = count
    return found
