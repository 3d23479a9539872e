"""Which strategies went into which, when and by whom, so that it can be read and undone."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from suivi.coalitions.models import make_key
from suivi.consultations.models import Participant
from suivi.discussions.models.strategies import Strategy


class Merge(models.Model):
    """Several strategies merged into one, `into`."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    into = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="merges")
    merged_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="merges")
    merged_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("merged_at", "id")

    def __str__(self) -> str:
        return f"→ {self.into}"


class MergedStrategy(models.Model):
    """One strategy that went into another; `brought` are the recommendations (numbers of rows) that came with it."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="sources")
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="mergings")
    brought = models.JSONField(default=list)

    class Meta:
        ordering = ("merge", "strategy__number")
        constraints = (models.UniqueConstraint(fields=("merge", "strategy"), name="discussions_merged_once"),)

    def __str__(self) -> str:
        return str(self.strategy)
