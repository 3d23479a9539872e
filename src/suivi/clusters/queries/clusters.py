"""The clusters of a coalition, one review at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from suivi.clusters.models import Arrangement, Cluster
from suivi.record.models import Review

if TYPE_CHECKING:
    from suivi.clusters.models.cluster import ClusterQuerySet
    from suivi.coalitions.models import Membership

CONVENORS = ("convenor__person", "convenor__organisation", "co_convenor__person", "co_convenor__organisation")


def reviews_of(membership: Membership) -> list[Review]:
    """Return the reviews of the coalition's State, the newest first."""
    return list(Review.objects.filter(state=membership.coalition.state).order_by("-cycle"))


def newest_review(membership: Membership | None) -> Review | None:
    """Return the newest review of the coalition's State, or None where the record holds none."""
    if not membership:
        return None
    return Review.objects.filter(state=membership.coalition.state).order_by("-cycle").first()


def clusters_of(membership: Membership | None, review: Review) -> ClusterQuerySet:
    """Return the standing clusters of a review in their order, with convenors, `led` and `also`: how many stand there.

    Those who do not see the coalition's work get none.
    """
    counts = {"led": Count("placements", filter=Q(placements__lead=True))}
    counts["also"] = Count("placements", filter=Q(placements__lead=False))
    found = Cluster.objects.visible_to(membership).standing().filter(review=review)
    return found.select_related(*CONVENORS).annotate(**counts)


def clusters_that_went(membership: Membership, review: Review) -> ClusterQuerySet:
    """Return the clusters that were merged or taken away, the latest first."""
    found = Cluster.objects.visible_to(membership).filter(review=review).exclude(removed_at=None)
    return found.select_related("merged_into").order_by("-removed_at", "-id")


def last_arrangement(membership: Membership, review: Review) -> Arrangement | None:
    """Return the last move between clusters that was not undone."""
    found = Arrangement.objects.filter(coalition=membership.coalition, review=review, undone_at=None)
    return found.select_related("cluster", "made_by__person").defer("before", "touched").first()
