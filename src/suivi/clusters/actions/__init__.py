"""Every write about clusters: making and ending them, moving recommendations, deciding on suggestions."""

from suivi.clusters.actions.clusters import (
    change_cluster,
    make_cluster,
    merge_clusters,
    order_clusters,
    put_cluster_back,
    split_cluster,
    take_cluster_away,
)
from suivi.clusters.actions.placing import (
    look_over,
    name_words,
    order_within,
    place_recommendations,
    release_recommendations,
    undo_arrangement,
)
from suivi.clusters.actions.starting import start_clusters
from suivi.clusters.actions.suggesting import (
    ask_for_suggestions,
    confirm_suggestions,
    decline_suggestions,
    reopen_suggestions,
)

__all__ = [
    "ask_for_suggestions",
    "change_cluster",
    "confirm_suggestions",
    "decline_suggestions",
    "look_over",
    "make_cluster",
    "merge_clusters",
    "name_words",
    "order_clusters",
    "order_within",
    "place_recommendations",
    "put_cluster_back",
    "release_recommendations",
    "reopen_suggestions",
    "split_cluster",
    "start_clusters",
    "take_cluster_away",
    "undo_arrangement",
]
