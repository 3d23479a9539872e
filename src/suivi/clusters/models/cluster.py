"""A cluster: a thematic group of the coalition, with somebody who convenes it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Coalition, Membership, make_key
from suivi.record.models import Review


class ClusterQuerySet(models.QuerySet["Cluster"]):
    """Clusters, as far as somebody may see them."""

    def visible_to(self, membership: Membership | None) -> ClusterQuerySet:
        """Return the clusters of the coalition, to those who see its work; to all others none."""
        if not membership or not membership.role.sees_coalition:
            return self.none()
        return self.filter(coalition_id=membership.coalition_id)

    def standing(self) -> ClusterQuerySet:
        """Return those that were neither merged into others nor taken away."""
        return self.filter(removed_at=None)


class Cluster(models.Model):
    """A thematic group of the coalition for one review, with somebody who convenes it.

    `merged_into` says where it went, `split_from` where it came from: the provenance stays.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="clusters")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="clusters")
    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(_("what it takes care of"), blank=True, max_length=2000)
    order = models.PositiveSmallIntegerField(default=0)
    convenor = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="convened_clusters",
        verbose_name=_("convenor"),
    )
    co_convenor = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="co_convened_clusters",
        verbose_name=_("co-convenor"),
    )
    made_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged")
    split_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="split_off")

    objects = ClusterQuerySet.as_manager()

    class Meta:
        ordering = ("order", "name", "id")

    def __str__(self) -> str:
        return self.name
