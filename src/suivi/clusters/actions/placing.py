"""Moves recommendations between clusters: put in, as well, take out, put in order; and undoes the last move."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from suivi.clusters.actions.ledger import arrange, lock, restore
from suivi.clusters.models import Arrangement, Cluster, Placement
from suivi.clusters.permissions import can_arrange_cluster, can_take_lead, can_undo
from suivi.clusters.rules.placing import Piece, Places, joined, left, moved
from suivi.clusters.rules.words import Act
from suivi.coalitions.models import Membership
from suivi.common.decisions import Refused
from suivi.history.actions import tell
from suivi.record.models import Review


@transaction.atomic
def place_recommendations(
    *, pieces: Collection[Piece], cluster: Cluster, also: bool = False, at: datetime, by: Membership
) -> Arrangement:
    """Put recommendations, or parts of them, into a cluster that leads them from now on; with `also`, as well.

    Whoever only convenes the cluster takes no recommendation away from another one: it stands there as well.
    """
    can_arrange_cluster(by, cluster).require()
    cluster = _own(cluster, by)
    also = also or not can_take_lead(by)
    move = joined if also else moved
    arrangement = arrange(
        act=Act.ALSO if also else Act.PLACE,
        review=cluster.review,
        pieces=pieces,
        change=lambda _piece, places: move(places, cluster.pk),
        cluster=cluster,
        at=at,
        by=by,
    )
    return _told("place_recommendations", arrangement, cluster, by)


@transaction.atomic
def release_recommendations(
    *, pieces: Collection[Piece], cluster: Cluster, at: datetime, by: Membership
) -> Arrangement:
    """Take recommendations out of a cluster; where it led, the next one that holds them leads."""
    can_arrange_cluster(by, cluster).require()
    cluster = _own(cluster, by)
    arrangement = arrange(
        act=Act.RELEASE,
        review=cluster.review,
        pieces=pieces,
        change=lambda _piece, places: left(places, cluster.pk),
        cluster=cluster,
        at=at,
        by=by,
    )
    return _told("release_recommendations", arrangement, cluster, by)


@transaction.atomic
def clear_recommendations(*, review: Review, pieces: Collection[Piece], at: datetime, by: Membership) -> Arrangement:
    """Take recommendations out of every cluster they stand in."""
    can_take_lead(by).require()
    nowhere: Places = {}
    arrangement = arrange(
        act=Act.RELEASE, review=review, pieces=pieces, change=lambda _piece, _places: nowhere, at=at, by=by
    )
    return _told("release_recommendations", arrangement, None, by)


@transaction.atomic
def order_within(*, cluster: Cluster, order: Mapping[Piece, int], by: Membership) -> None:
    """Give recommendations of a cluster their order; those without a figure come by their number."""
    can_arrange_cluster(by, cluster).require()
    lock(coalition=by.coalition, by=by)
    rows = Placement.objects.filter(coalition=by.coalition, cluster=cluster)
    changed = [row for row in rows if order.get((row.recommendation_id, row.part_id), row.order) != row.order]
    for row in changed:
        row.order = order[row.recommendation_id, row.part_id]
    Placement.objects.bulk_update(changed, ["order"])
    thing = f"cluster:{cluster.key}"
    tell(verb="order_within", thing=thing, coalition=by.coalition.key, details={"count": len(changed)}, by=by)


@transaction.atomic
def name_words(*, placement: Placement, words: str, by: Membership) -> Placement:
    """Say which words of a recommendation a cluster takes care of; empty for the whole sentence."""
    can_arrange_cluster(by, placement.cluster).require()
    row = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk, coalition=by.coalition)
    row.words = words
    row.save(update_fields=["words"])
    details = {"fields": ["words"], "recommendation": row.recommendation.key}
    thing = f"cluster:{row.cluster.key}"
    tell(verb="name_words", thing=thing, coalition=by.coalition.key, details=details, by=by)
    return row


@transaction.atomic
def look_over(*, cluster: Cluster, pieces: Collection[Piece], by: Membership) -> int:
    """Note that somebody looked at what was placed from suggestions, and left it where it is."""
    can_arrange_cluster(by, cluster).require()
    lock(coalition=by.coalition, by=by)
    rows = Placement.objects.filter(coalition=by.coalition, cluster=cluster, suggested=True)
    keys = [row.pk for row in rows if (row.recommendation_id, row.part_id) in set(pieces)]
    count = Placement.objects.filter(pk__in=keys).update(suggested=False)
    thing = f"cluster:{cluster.key}"
    tell(verb="look_over", thing=thing, coalition=by.coalition.key, details={"count": count}, by=by)
    return count


@transaction.atomic
def undo_arrangement(*, review: Review, at: datetime, by: Membership) -> Arrangement:
    """Undo the last move between the clusters of a review: places, and clusters made or ended by it."""
    lock(coalition=by.coalition, by=by)
    rows = Arrangement.objects.select_for_update(of=("self",)).filter(coalition=by.coalition, review=review)
    last = rows.filter(undone_at=None).select_related("made_by", "cluster").first()
    if last is None:
        raise Refused(_("There is nothing left to undo."))
    can_undo(by, last).require()
    restore(arrangement=last, at=at, by=by)
    mine = Cluster.objects.filter(coalition=by.coalition)
    mine.filter(key__in=last.made).update(removed_at=at)
    mine.filter(key__in=last.removed).update(removed_at=None, merged_into=None)
    last.undone_at = at
    last.save(update_fields=["undone_at"])
    details = {"act": last.act, "count": last.count}
    thing = f"review:{review.key}"
    tell(verb="undo_arrangement", thing=thing, coalition=by.coalition.key, details=details, by=by)
    return last


def _own(cluster: Cluster, by: Membership) -> Cluster:
    """Return the cluster as it stands now, if it is the coalition's own and standing."""
    return Cluster.objects.select_related("review").standing().get(pk=cluster.pk, coalition=by.coalition)


def _told(verb: str, arrangement: Arrangement, cluster: Cluster | None, by: Membership) -> Arrangement:
    thing = f"cluster:{cluster.key}" if cluster else f"review:{arrangement.review.key}"
    details = {"count": arrangement.count, "arrangement": arrangement.key}
    tell(verb=verb, thing=thing, coalition=by.coalition.key, details=details, by=by)
    return arrangement
