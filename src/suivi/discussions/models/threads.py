"""Threads: one place to talk about one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.coalitions.models import make_key
from suivi.consultations.models import Consultation, Participant
from suivi.discussions.models.strategies import Strategy
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from suivi.discussions.models.strategies import StrategyQuerySet


class ThreadQuerySet(models.QuerySet["Thread"]):
    """Threads, as far as somebody may read them."""

    def readable_with(self, strategies: StrategyQuerySet) -> ThreadQuerySet:
        """Return those that are not about a strategy, and those about these ones: a draft is its author's alone."""
        return self.filter(Q(strategy=None) | Q(strategy__in=strategies))


class Thread(models.Model):
    """A discussion: about a recommendation or a strategy (one each), about a cluster, or about what its title says."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="threads")
    title = models.CharField(_("what it is about"), max_length=160, blank=True)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="threads"
    )
    cluster = models.ForeignKey(Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="threads")
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, null=True, blank=True, related_name="threads")
    begun_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="threads")
    begun_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        ordering = ("-moved_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("consultation", "recommendation"),
                condition=Q(recommendation__isnull=False),
                name="discussions_thread_of_recommendation",
            ),
            models.UniqueConstraint(
                fields=("consultation", "strategy"),
                condition=Q(strategy__isnull=False),
                name="discussions_thread_of_strategy",
            ),
            models.CheckConstraint(
                condition=(Q(recommendation=None) & Q(strategy=None))
                | (Q(strategy=None) & Q(cluster=None))
                | (Q(recommendation=None) & Q(cluster=None)),
                name="discussions_thread_about_one",
            ),
        )
        indexes = (models.Index(fields=("consultation", "-moved_at"), name="discussions_thread_moved"),)

    def __str__(self) -> str:
        return self.title or self.key
