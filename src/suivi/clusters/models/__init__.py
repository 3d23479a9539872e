"""Clusters, how recommendations stand in them, what was moved, what is suggested and what the coalition decided."""

from suivi.clusters.models.cluster import Cluster
from suivi.clusters.models.coding import Code, Suggestion
from suivi.clusters.models.placement import Arrangement, Placement

__all__ = ["Arrangement", "Cluster", "Code", "Placement", "Suggestion"]
