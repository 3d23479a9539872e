"""Several recommendations at once: those that were picked one by one, or everything a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict

from suivi.record.models import Recommendation, RecommendingState, Response, Tagging
from suivi.record.search.asked import Asked
from suivi.record.search.find import places

MOST = 5000
"""So many leave at once; whoever wants more narrows the search, or takes the database."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The recommendations chosen, in the order of the list; `total` says how many the search found in all."""

    recommendations: list[Recommendation]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether more were asked for than leave at once."""
        return self.total > len(self.recommendations)


def selection(query: QueryDict) -> Selection:
    """Return what `pick=XOR/4/128.1&pick=...` names, or with `all=1` what the search in the same query finds."""
    if query.get("all"):
        found = places(Asked.from_query(query))
        chosen = Recommendation.objects.filter(place__in=found.order_by("place").values_list("place", flat=True)[:MOST])
        return Selection(_complete(chosen), found.count())
    complete = _complete(Recommendation.objects.filter(key__in=query.getlist("pick")[:MOST]))
    return Selection(complete, len(complete))


def _complete(chosen: QuerySet[Recommendation]) -> list[Recommendation]:
    """Return them in order, with all that a table says of them, in five queries."""
    return list(
        chosen.order_by("place")
        .select_related("review")
        .prefetch_related(
            Prefetch("recommending_states", RecommendingState.objects.order_by("order")),
            Prefetch("taggings", Tagging.objects.select_related("tag")),
            Prefetch("responses", Response.objects.order_by("pk")),
        )
    )
