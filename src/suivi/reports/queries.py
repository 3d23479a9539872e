"""What papers ask of the record beyond what its own pages ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from django.db.models import Count, Prefetch

from suivi.record.models import Recommendation, Response, Review
from suivi.record.rules import Position


def counted_in_record(reviews: Iterable[Review]) -> Counter[Position]:
    """Return how many recommendations of some reviews the record holds, by position."""
    inside = Recommendation.objects.filter(review__in=list(reviews)).order_by()
    counted = inside.values_list("position").annotate(Count("pk"))
    return Counter({Position(position): count for position, count in counted})


def with_answers(numbers: Collection[int]) -> list[Recommendation]:
    """Return recommendations by their primary keys, with the answers to them."""
    answers = Prefetch("responses", Response.objects.order_by("pk"))
    found = Recommendation.objects.filter(pk__in=numbers).select_related("review")
    return list(found.prefetch_related(answers))
