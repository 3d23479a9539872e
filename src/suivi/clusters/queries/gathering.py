"""Finds recommendations of one review by what they are: words, State, theme, issue, cluster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from suivi.clusters.models import Code, Placement, Suggestion
from suivi.clusters.queries.board import Card, Cards
from suivi.clusters.rules.words import About
from suivi.record.models import Recommendation
from suivi.record.queries.choices import Choices, choices
from suivi.record.queries.naming import value_names
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter
from suivi.record.search.find import find, places

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import QueryDict

    from suivi.coalitions.models import Membership
    from suivi.record.models import Review

MOST = 400
"""So many are shown to be ticked."""
NOWHERE = "-"
OFFERED = (Filter.BY, Filter.THEME, Filter.GROUP, Filter.SDG, Filter.ISSUE, Filter.REGION, Filter.POSITION)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found, and what may be asked: the record's filters, and the coalition's own."""

    cards: list[Card]
    total: int
    filters: list[Choices]
    text: str


def gathered(membership: Membership, review: Review, query: QueryDict) -> Gathered:
    """Return what a search finds in a review; the record's own words and filters are asked as its list asks them."""
    asked = Asked.from_query(query)
    inside = {Filter.STATE: (review.state,), Filter.CYCLE: (str(review.cycle),)}
    asked = replace(asked, chosen={**asked.chosen, **inside}, page=1, size=50)
    rows = Recommendation.objects.filter(review=review, place__in=places(asked).order_by().values("place"))
    keys = list(_narrowed(rows, membership, query).order_by("order").values_list("pk", flat=True))
    return Gathered(cards_of(keys[:MOST]), len(keys), _filters(asked), asked.text)


def cards_of(keys: list[int]) -> list[Card]:
    """Return the cards of these recommendations, in this order."""
    cards = Cards(set(keys))
    return [cards.of(key) for key in keys if key in cards.rows]


def issue_counts(membership: Membership, review: Review) -> tuple[list[str], list[str]]:
    """Return the issues that the coalition confirmed, and those that are only suggested, each by name."""
    coded = Code.objects.filter(coalition=membership.coalition, recommendation__review=review, about=About.ISSUE)
    open_ones = Suggestion.objects.open().filter(coalition=membership.coalition, recommendation__review=review)
    return _values(coded), _values(open_ones.filter(about=About.ISSUE))


def _values(rows: QuerySet[Code] | QuerySet[Suggestion]) -> list[str]:
    return list(rows.order_by("value").values_list("value", flat=True).distinct())


def _narrowed(rows: QuerySet[Recommendation], membership: Membership, query: QueryDict) -> QuerySet[Recommendation]:
    mine = {"coalition": membership.coalition, "recommendation": OuterRef("pk")}
    confirmed, suggested, cluster = (query.get(name, "") for name in ("confirmed", "suggested", "cluster"))
    if confirmed:
        rows = rows.filter(Exists(Code.objects.filter(**mine, about=About.ISSUE, value=confirmed)))
    if suggested:
        rows = rows.filter(Exists(Suggestion.objects.open().filter(**mine, about=About.ISSUE, value=suggested)))
    placed = Placement.objects.filter(**mine)
    if cluster == NOWHERE:
        return rows.filter(~Exists(placed))
    return rows.filter(Exists(placed.filter(cluster__key=cluster))) if cluster else rows


def _filters(asked: Asked) -> list[Choices]:
    """Return the record's filters that have something to choose in this review."""
    offered = choices(asked, find(asked).counts, value_names())
    return [each for each in offered if each.filter in OFFERED]
