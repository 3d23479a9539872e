"""The State's answers, one after the other: in the room, in the addendum, at the plenary."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from suivi.record.models.document import Document
from suivi.record.models.recommendation import Part, Recommendation
from suivi.record.rules import Claim, Position, Stage


class Response(models.Model):
    """One answer to a recommendation, or to one part of it, in the State's own words, with its source."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="responses")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, blank=True, related_name="responses")
    position = models.CharField(max_length=20, choices=Position)
    stage = models.CharField(max_length=10, choices=Stage)
    given_on = models.DateField(null=True, blank=True)
    words = models.TextField(_("the State's own words"), blank=True)
    reason = models.TextField(_("the State's reasons"), blank=True)
    claim = models.CharField(max_length=20, choices=Claim, default=Claim.NONE, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="responses")

    class Meta:
        ordering = ("recommendation", "given_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("recommendation", "stage", "document"),
                condition=models.Q(part=None),
                name="record_response_once",
            ),
            models.UniqueConstraint(fields=("part", "stage", "document"), name="record_response_of_part_once"),
        )

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.position} ({self.stage})"
