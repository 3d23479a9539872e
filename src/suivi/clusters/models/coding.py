"""What the model suggests of a recommendation, and, kept apart from it, what the coalition decided."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from suivi.clusters.rules.words import About, SuggestionState
from suivi.coalitions.models import Coalition, Membership
from suivi.record.models import Recommendation


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Suggestions, by where they stand."""

    def open(self) -> SuggestionQuerySet:
        """Return those that nobody decided on."""
        return self.filter(state=SuggestionState.OPEN)


class Suggestion(models.Model):
    """What a model suggests for one recommendation: a category, an issue, or the first one of those that ask the same.

    `confidence` runs from 0 to 1, `model` is its name and version. Nothing reads a suggestion as a decision.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="suggestions")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="suggestions")
    about = models.CharField(max_length=10, choices=About)
    value = models.CharField(max_length=80)
    confidence = models.FloatField()
    model = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=SuggestionState, default=SuggestionState.OPEN)
    suggested_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="decided_suggestions")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ("-confidence", "recommendation__order", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("coalition", "recommendation", "about", "value"), name="clusters_suggested_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.value}?"


class Code(models.Model):
    """What the coalition decided that a recommendation is: its action category, one of its issues, its same ask."""

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="codes")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="codes")
    about = models.CharField(max_length=10, choices=About)
    value = models.CharField(max_length=80)
    coded_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="codes")
    coded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("recommendation__order", "about", "value")
        constraints = (
            models.UniqueConstraint(
                fields=("coalition", "recommendation", "about", "value"), name="clusters_coded_once"
            ),
            models.UniqueConstraint(
                fields=("coalition", "recommendation"), condition=Q(about=About.ACTION), name="clusters_one_category"
            ),
        )

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.value}"
