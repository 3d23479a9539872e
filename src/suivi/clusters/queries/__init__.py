"""What is read of clusters: those of a review, what stands in each, where each recommendation stands."""

from suivi.clusters.queries.clusters import clusters_of, newest_review, reviews_of
from suivi.clusters.queries.standing import SameAsk, Standing, clusters_by_recommendation, recommendations_of

__all__ = [
    "SameAsk",
    "Standing",
    "clusters_by_recommendation",
    "clusters_of",
    "newest_review",
    "recommendations_of",
    "reviews_of",
]
