"""Makes, changes and ends clusters. Whatever ends can be put back; nothing of the record is touched."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from suivi.clusters.actions.ledger import Change, arrange, lock
from suivi.clusters.models import Arrangement, Cluster, Placement
from suivi.clusters.permissions import can_arrange, can_arrange_cluster
from suivi.clusters.queries.places import before_of
from suivi.clusters.rules.placing import Piece, Places, given_back, left, passed_on
from suivi.clusters.rules.words import Act
from suivi.coalitions.models import Membership
from suivi.history.actions import tell
from suivi.record.models import Review


@transaction.atomic
def make_cluster(
    *,
    review: Review,
    name: str,
    about: str = "",
    convenor: Membership | None = None,
    co_convenor: Membership | None = None,
    at: datetime,
    by: Membership,
) -> Cluster:
    """Make a cluster, the last of its review."""
    can_arrange(by).require()
    cluster = Cluster(coalition=by.coalition, review=review, name=name, about=about, made_at=at)
    cluster.convenor, cluster.co_convenor, cluster.order = convenor, co_convenor, _next_order(review, by)
    cluster.save(force_insert=True)
    return _told(cluster, "make_cluster", {}, by)


@transaction.atomic
def change_cluster(
    *,
    cluster: Cluster,
    name: str,
    about: str,
    convenor: Membership | None,
    co_convenor: Membership | None,
    by: Membership,
) -> Cluster:
    """Give a cluster another name, other words or other convenors."""
    can_arrange_cluster(by, cluster).require()
    row = _standing(cluster, by)
    fields = {"name": name, "about": about, "convenor": convenor, "co_convenor": co_convenor}
    changed = [field for field, value in fields.items() if getattr(row, field) != value]
    for field in changed:
        setattr(row, field, fields[field])
    row.save(update_fields=changed)
    return _told(row, "change_cluster", {"fields": changed}, by)


@transaction.atomic
def order_clusters(*, review: Review, keys: Sequence[str], by: Membership) -> None:
    """Put the clusters of a review into the order of these keys."""
    can_arrange(by).require()
    rows = {row.key: row for row in Cluster.objects.filter(coalition=by.coalition, review=review)}
    for place, key in enumerate(keys, 1):
        if key in rows:
            rows[key].order = place
    Cluster.objects.bulk_update(rows.values(), ["order"])
    tell(verb="order_clusters", thing=f"review:{review.key}", coalition=by.coalition.key, by=by)


@transaction.atomic
def split_cluster(*, cluster: Cluster, name: str, pieces: Collection[Piece], at: datetime, by: Membership) -> Cluster:
    """Split a new cluster off: these of its recommendations go there, in the way in which they stood."""
    can_arrange(by).require()
    row = _standing(cluster, by)
    made = Cluster(coalition=by.coalition, review=row.review, name=name, split_from=row, made_at=at)
    made.order = _next_order(row.review, by)
    made.save(force_insert=True)
    going = [piece for piece in _pieces_in(row) if piece in set(pieces)]
    change = _handing(row, made)
    arrange(act=Act.SPLIT, review=row.review, pieces=going, change=change, cluster=made, made=[made], at=at, by=by)
    return _told(made, "split_cluster", {"from": row.key, "count": len(going)}, by)


@transaction.atomic
def merge_clusters(*, cluster: Cluster, into: Cluster, at: datetime, by: Membership) -> Cluster:
    """Merge a cluster into another of the same review; it keeps its name and where it went, and can be put back."""
    can_arrange(by).require()
    row, target = _standing(cluster, by), _standing(into, by)
    if row.pk == target.pk or row.review_id != target.review_id:
        raise Cluster.DoesNotExist
    row.removed_at, row.merged_into = at, target
    row.save(update_fields=["removed_at", "merged_into"])
    change, pieces = _handing(row, target), _pieces_in(row)
    arrange(act=Act.MERGE, review=row.review, pieces=pieces, change=change, cluster=row, removed=[row], at=at, by=by)
    return _told(row, "merge_clusters", {"into": target.key, "count": len(pieces)}, by)


@transaction.atomic
def take_cluster_away(*, cluster: Cluster, at: datetime, by: Membership) -> Cluster:
    """Take a cluster away: what stands nowhere else stands in no cluster again."""
    can_arrange(by).require()
    row = _standing(cluster, by)
    row.removed_at, row.merged_into = at, None
    row.save(update_fields=["removed_at", "merged_into"])
    pieces = _pieces_in(row)

    def change(_piece: Piece, places: Places) -> Places:
        return left(places, row.pk)

    arrange(
        act=Act.TAKE_AWAY, review=row.review, pieces=pieces, change=change, cluster=row, removed=[row], at=at, by=by
    )
    return _told(row, "take_cluster_away", {"count": len(pieces)}, by)


@transaction.atomic
def put_cluster_back(*, cluster: Cluster, at: datetime, by: Membership) -> Cluster:
    """Put a cluster back that was merged or taken away, with those of its recommendations that nobody moved on."""
    can_arrange(by).require()
    lock(coalition=by.coalition, by=by)
    row = Cluster.objects.exclude(removed_at=None).get(pk=cluster.pk, coalition=by.coalition)
    ended = Arrangement.objects.filter(cluster=row, act__in=[Act.MERGE, Act.TAKE_AWAY], undone_at=None).first()
    heir = row.merged_into_id
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    before = before_of(ended) if ended else {}

    def change(piece: Piece, places: Places) -> Places:
        return given_back(places, row.pk, before[piece], heir)

    pieces = list(before)
    arrange(act=Act.PUT_BACK, review=row.review, pieces=pieces, change=change, cluster=row, made=[row], at=at, by=by)
    return _told(row, "put_cluster_back", {"count": len(pieces)}, by)


def _handing(row: Cluster, target: Cluster) -> Change:
    return lambda _piece, places: passed_on(places, row.pk, target.pk)


def _pieces_in(cluster: Cluster) -> list[Piece]:
    rows = Placement.objects.filter(cluster=cluster).order_by("id")
    return [(recommendation, part) for recommendation, part in rows.values_list("recommendation_id", "part_id")]


def _standing(cluster: Cluster, by: Membership) -> Cluster:
    """Return the coalition's own standing cluster, locked with all moves of the coalition."""
    lock(coalition=by.coalition, by=by)
    return Cluster.objects.select_related("review").standing().get(pk=cluster.pk, coalition=by.coalition)


def _next_order(review: Review, by: Membership) -> int:
    last = Cluster.objects.filter(coalition=by.coalition, review=review).aggregate(last=Max("order"))["last"]
    return (last or 0) + 1


def _told(cluster: Cluster, verb: str, details: dict[str, object], by: Membership) -> Cluster:
    told = {"review": cluster.review.key, **details}
    tell(verb=verb, thing=f"cluster:{cluster.key}", coalition=by.coalition.key, details=told, by=by)
    return cluster
