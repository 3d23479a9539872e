"""Where recommendations stand in the coalition's clusters, and the moves that brought them there."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models.cluster import Cluster
from suivi.clusters.rules.words import Act
from suivi.coalitions.models import Coalition, Membership, make_key
from suivi.record.models import Part, Recommendation, Review


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Placements, by what they are."""

    def leading(self) -> PlacementQuerySet:
        """Return those in the one cluster that leads."""
        return self.filter(lead=True)


class Placement(models.Model):
    """A recommendation, or one part of it, in a cluster: led by it, or there as well.

    `words` are the words of the recommendation that this cluster takes care of, where it is not the whole sentence.
    `suggested` means that it was placed from a suggestion together with others, and nobody has looked at it yet.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="placements")
    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="placements")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="placements")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, blank=True, related_name="placements")
    lead = models.BooleanField(default=True)
    order = models.PositiveIntegerField(default=0)
    words = models.TextField(_("only these words"), blank=True, max_length=1000)
    suggested = models.BooleanField(default=False)
    placed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="placements")
    placed_at = models.DateTimeField(default=timezone.now)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        ordering = ("order", "recommendation__order", "part__order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("coalition", "recommendation"), condition=Q(part=None, lead=True), name="clusters_one_lead"
            ),
            models.UniqueConstraint(
                fields=("coalition", "part"), condition=Q(lead=True), name="clusters_one_lead_of_part"
            ),
            models.UniqueConstraint(
                fields=("cluster", "recommendation"), condition=Q(part=None), name="clusters_placed_once"
            ),
            models.UniqueConstraint(fields=("cluster", "part"), name="clusters_part_placed_once"),
        )

    def __str__(self) -> str:
        return f"{self.recommendation} in {self.cluster}"


class Arrangement(models.Model):
    """One move between clusters: what was touched and how it stood before, so that it can be undone.

    `before` holds places as `actions.ledger` writes them, `made` and `removed` the keys of clusters.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="arrangements")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="arrangements")
    act = models.CharField(max_length=10, choices=Act)
    cluster = models.ForeignKey(Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="arrangements")
    count = models.PositiveIntegerField(default=0)
    before = models.JSONField(default=list)
    touched = models.JSONField(default=list)
    made = models.JSONField(default=list)
    removed = models.JSONField(default=list)
    made_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="arrangements")
    made_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("coalition", "review", "undone_at"), name="clusters_last_arrangement"),)

    def __str__(self) -> str:
        return f"{self.get_act_display()} ({self.count})"
