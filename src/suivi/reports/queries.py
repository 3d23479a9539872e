"""What papers ask of the record beyond what its own pages ask."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Count

from suivi.record.models import AskedBefore, Recommendation, Review
from suivi.record.rules import Position


def counted_in_record(reviews: Iterable[Review]) -> Counter[Position]:
    """Return how many recommendations of some reviews the record holds, by position."""
    inside = Recommendation.objects.filter(review__in=list(reviews)).order_by()
    counted = inside.values_list("position").annotate(Count("pk"))
    return Counter({Position(position): count for position, count in counted})


def asked_before(recommendations: Collection[Recommendation]) -> Mapping[int, list[Recommendation]]:
    """Return what was asked before, by the recommendation that asks again, the latest review first."""
    links = AskedBefore.objects.filter(recommendation__in=[each.pk for each in recommendations])
    ordered = links.select_related("earlier__review").order_by("-earlier__review__cycle", "-similarity")
    found: dict[int, list[Recommendation]] = defaultdict(list)
    for link in ordered:
        found[link.recommendation_id].append(link.earlier)
    return found
