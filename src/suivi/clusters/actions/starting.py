"""Makes clusters from suggestions: one click, all recommendations placed, everything undone by one more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from suivi.clusters.actions.ledger import arrange
from suivi.clusters.models import Arrangement, Cluster, Placement
from suivi.clusters.permissions import can_arrange
from suivi.clusters.queries.suggested import issues_by_recommendation, same_asks
from suivi.clusters.rules.placing import Piece, Places, joined
from suivi.clusters.rules.starting import Wanted, planned
from suivi.clusters.rules.words import Act
from suivi.coalitions.models import Membership
from suivi.history.actions import tell
from suivi.record.models import Review


@transaction.atomic
def start_clusters(*, review: Review, wanted: Sequence[Wanted], at: datetime, by: Membership) -> Arrangement:
    """Make these clusters, and put every recommendation that stands nowhere yet where its issues lead.

    Confirmed issues count as certain, open suggestions as sure as they are. The issues themselves stay suggestions.
    """
    can_arrange(by).require()
    issues, same = issues_by_recommendation(by, review), same_asks(by, review)
    placed = Placement.objects.filter(coalition=by.coalition, recommendation__in=issues)
    nowhere = set(issues) - set(placed.values_list("recommendation_id", flat=True))
    groups = [[row.recommendation_id for row in group if row.recommendation_id in nowhere] for group in same]
    going = planned({key: found for key, found in issues.items() if key in nowhere}, wanted, groups)
    last = Cluster.objects.filter(coalition=by.coalition, review=review).aggregate(last=Max("order"))["last"] or 0
    made = [
        Cluster(coalition=by.coalition, review=review, name=each.name, order=last + place, made_at=at)
        for place, each in enumerate(wanted, 1)
    ]
    for cluster in made:
        cluster.save(force_insert=True)

    def change(piece: Piece, places: Places) -> Places:
        there = going[piece[0]]
        for place in (there.lead, *there.also):
            places = joined(places, made[place].pk, suggested=True)
        return places

    pieces: list[Piece] = [(key, None) for key in going]
    arrangement = arrange(act=Act.START, review=review, pieces=pieces, change=change, made=made, at=at, by=by)
    details = {"clusters": len(made), "count": arrangement.count}
    tell(verb="start_clusters", thing=f"review:{review.key}", coalition=by.coalition.key, details=details, by=by)
    return arrangement
