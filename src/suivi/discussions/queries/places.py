"""What one can talk about in a consultation: recommendations of its review, and clusters where the room has them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from suivi.clusters.models import Cluster, Placement
from suivi.consultations.rules import Room
from suivi.record.models import Recommendation, RecommendingState

if TYPE_CHECKING:
    from suivi.clusters.models.cluster import ClusterQuerySet
    from suivi.consultations.models import Consultation
    from suivi.record.models.recommendation import RecommendationQuerySet


def clusters_in(consultation: Consultation) -> ClusterQuerySet:
    """Return the clusters of the coalition for the review; in the dialogue with officials none: they are its own."""
    if consultation.room != Room.COALITION:
        return Cluster.objects.none()
    return Cluster.objects.standing().filter(coalition=consultation.coalition_id, review=consultation.review_id)


def recommendations_in(consultation: Consultation, words: str = "") -> RecommendationQuerySet:
    """Return the recommendations of the review in order, each with its States; only those with these words in them."""
    states = Prefetch("recommending_states", RecommendingState.objects.order_by("order"))
    found = Recommendation.objects.filter(review=consultation.review_id).prefetch_related(states).order_by("order")
    for word in words.split()[:6]:
        found = found.filter(Q(number__startswith=word) | Q(text__icontains=word) | Q(corrected_text__icontains=word))
    return found


def recommendation_numbered(consultation: Consultation, number: str) -> Recommendation | None:
    """Return the recommendation that a number in an address names, or None."""
    return recommendations_in(consultation).filter(key=f"{consultation.review.key}/{number}").first()


def cluster_keys_by_recommendation(consultation: Consultation) -> dict[int, set[int]]:
    """Return in which clusters each recommendation of the review stands (numbers of rows), in one query."""
    found: dict[int, set[int]] = defaultdict(set)
    placed = Placement.objects.filter(cluster__in=clusters_in(consultation)).order_by()
    for recommendation, cluster in placed.values_list("recommendation", "cluster"):
        found[recommendation].add(cluster)
    return found
