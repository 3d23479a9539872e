"""What stands in a cluster, each with its wording, answer and States; and where each recommendation stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q

from suivi.clusters.models import Cluster, Placement, Suggestion
from suivi.clusters.rules.words import About, SuggestionState
from suivi.record.models import AskedBefore, RecommendingState, Response

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.record.models import Recommendation, Review


@dataclass(frozen=True, slots=True)
class SameAsk:
    """How many recommendations of one review ask the same, and how many States; `confirmed`: the coalition says so."""

    recommendations: int
    states: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A recommendation, or one part of it, in a cluster.

    `states` are the codes of those that asked for it, each once; `before` the earlier recommendations with the same
    ask, the latest review first, each with its review and its `responses` at hand; `same` the group of this review that
    asks the same, where one was suggested or confirmed.
    """

    placement: Placement
    recommendation: Recommendation
    states: list[str]
    before: list[AskedBefore]
    same: SameAsk | None = None

    @property
    def key(self) -> str:
        """What names the piece: the recommendation's key, and `+2` after it where it is its second part."""
        return piece_key(self.recommendation.key, self.placement.part.order if self.placement.part else None)

    @property
    def number(self) -> str:
        """The number of the recommendation; empty where its document gives none."""
        return self.recommendation.number

    @property
    def wording(self) -> str:
        """What the cluster takes care of: the words that were chosen, else the part, else the whole sentence."""
        part = self.placement.part
        return self.placement.words or (part.text if part else self.recommendation.wording)

    @property
    def position(self) -> str:
        """What the State answered to the recommendation."""
        return self.recommendation.position


def piece_key(key: str, part: int | None) -> str:
    """Return what names a recommendation or one part of it in forms: `XOR/4/128.1`, `XOR/4/128.1+2`."""
    return f"{key}+{part}" if part else key


def recommendations_of(cluster: Cluster) -> list[Standing]:
    """Return what stands in a cluster, in its order, in eight queries whatever its size."""
    earlier = AskedBefore.objects.select_related("earlier__review").order_by("-earlier__review__cycle", "-similarity")
    answers = Prefetch("earlier__responses", Response.objects.order_by("given_on", "pk"))
    found = (
        Placement.objects.filter(cluster=cluster)
        .select_related("recommendation__review", "part", "placed_by__person")
        .prefetch_related(
            Prefetch("recommendation__recommending_states", RecommendingState.objects.order_by("order")),
            Prefetch("recommendation__asked_before", earlier.prefetch_related(answers)),
        )
    )
    same = _same_asks(cluster)
    return [_standing(placement, same) for placement in found]


def clusters_by_recommendation(
    membership: Membership | None, review: Review, *, only: int | None = None
) -> dict[int, list[Placement]]:
    """Return, by primary key of each recommendation that stands somewhere, its placements: the leading one first.

    With `only`, of this one recommendation.
    """
    found: dict[int, list[Placement]] = defaultdict(list)
    clusters = Cluster.objects.visible_to(membership).standing().filter(review=review)
    placed = Placement.objects.filter(cluster__in=clusters).select_related("cluster", "part")
    placed = placed.filter(recommendation=only) if only else placed
    for placement in placed.order_by("-lead", "cluster__order", "cluster__name", "id"):
        found[placement.recommendation_id].append(placement)
    return dict(found)


def _standing(placement: Placement, same: dict[int, SameAsk]) -> Standing:
    asked, part = placement.recommendation, placement.part_id
    states = [each.state for each in asked.recommending_states.all() if part is None or each.part_id in {None, part}]
    unique = list(dict.fromkeys(states))
    return Standing(placement, asked, unique, list(asked.asked_before.all()), same.get(asked.pk) if not part else None)


def _same_asks(cluster: Cluster) -> dict[int, SameAsk]:
    """Return the group of those recommendations of a cluster that are not alone in what they ask, in two queries."""
    inside = Placement.objects.filter(cluster=cluster).values("recommendation")
    told = Suggestion.objects.filter(coalition=cluster.coalition_id, about=About.DUPLICATE)
    told = told.exclude(state=SuggestionState.DECLINED).order_by()
    mine = dict(told.filter(recommendation__in=inside).values_list("recommendation", "value"))
    rows = told.filter(value__in=set(mine.values())).values("value")
    counted = rows.annotate(
        asked=Count("recommendation", distinct=True),
        states=Count("recommendation__recommending_states__state", distinct=True),
        undecided=Count("pk", filter=Q(state=SuggestionState.OPEN), distinct=True),
    ).values_list("value", "asked", "states", "undecided")
    groups = {value: SameAsk(asked, states, not undecided) for value, asked, states, undecided in counted if asked > 1}
    return {key: groups[value] for key, value in mine.items() if value in groups}
