"""The joint priorities of a consultation: which recommendations come first for all, and why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import make_key
from suivi.consultations.models import Consultation
from suivi.priorities.models.exercise import Exercise
from suivi.record.models import Recommendation


class PriorityQuerySet(models.QuerySet["Priority"]):
    """Joint priorities."""

    def standing(self) -> PriorityQuerySet:
        """Return those that nobody took off the list."""
        return self.filter(removed_at=None)


class Priority(models.Model):
    """A recommendation that a consultation made a joint priority. Equal ranks are a tie that was left standing."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="priorities")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="priorities")
    exercise = models.ForeignKey(Exercise, on_delete=models.SET_NULL, null=True, blank=True, related_name="priorities")
    rank = models.PositiveSmallIntegerField(_("rank"))
    reason = models.CharField(_("why"), max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PriorityQuerySet.as_manager()

    class Meta:
        ordering = ("rank", "recommendation__order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("consultation", "recommendation"),
                condition=Q(removed_at=None),
                name="priorities_priority_once",
            ),
            models.CheckConstraint(condition=Q(rank__gte=1), name="priorities_ranks_begin_at_one"),
        )

    def __str__(self) -> str:
        return f"{self.rank}. {self.recommendation}"
