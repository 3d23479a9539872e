"""Recommendations: text as published, parts, recommending States, corrections, and what was asked before."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.record.models.document import Document
from suivi.record.models.review import Review
from suivi.record.rules import Position


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    """Recommendations, narrowed by what was answered."""

    def supported(self) -> RecommendationQuerySet:
        """Return those that the State supports."""
        return self.filter(position=Position.SUPPORTED)

    def noted(self) -> RecommendationQuerySet:
        """Return those that the State noted; noted is not refused."""
        return self.filter(position=Position.NOTED)

    def pending(self) -> RecommendationQuerySet:
        """Return those without an answer yet."""
        return self.filter(position=Position.PENDING)


class Recommendation(models.Model):
    """What one or more States recommended, under one number of a Working Group report.

    `text` is what was published and never changes; a correction goes to `corrected_text` with a reason. `key` names it
    everywhere: `SVN/3/122.4` (State, cycle, number). `position` repeats the answer that counts, for lists; so do
    `state_count` and `place` (where it stands in the index of the search), which the index sets.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="recommendations")
    key = models.CharField(max_length=40, unique=True)
    number = models.CharField(_("number"), max_length=20, blank=True)
    order = models.PositiveIntegerField()
    text = models.TextField(_("text"))
    corrected_text = models.TextField(_("corrected text"), blank=True)
    text_language = models.CharField(max_length=12, default="en")
    fingerprint = models.CharField(max_length=64, db_index=True)
    heading = models.CharField(max_length=300, blank=True)
    action_category = models.PositiveSmallIntegerField(null=True, blank=True)
    position = models.CharField(max_length=20, choices=Position, default=Position.PENDING)
    state_count = models.PositiveSmallIntegerField(default=0, editable=False)
    place = models.BigIntegerField(null=True, editable=False, db_index=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="recommendations")
    page = models.PositiveIntegerField(null=True, blank=True)
    as_written = models.TextField(blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ("review", "order")
        constraints = (models.UniqueConstraint(fields=("review", "order"), name="record_recommendation_in_order"),)
        indexes = (models.Index(fields=("review", "position"), name="record_review_position"),)

    def __str__(self) -> str:
        return self.key

    @property
    def local_key(self) -> str:
        """What names it within its review, in addresses: its number, or a mark of its wording where it has none."""
        return self.key.split("/", 2)[2]

    @property
    def wording(self) -> str:
        """The text to read: as published, or as corrected with a reason."""
        return self.corrected_text or self.text


class Part(models.Model):
    """One of several sentences under one number, each asked for by its own States and answered on its own."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ("recommendation", "order")
        constraints = (models.UniqueConstraint(fields=("recommendation", "order"), name="record_part_in_order"),)

    def __str__(self) -> str:
        return f"{self.recommendation} ({self.order})"


class RecommendingState(models.Model):
    """A State (ISO 3166-1 alpha-3) that made a recommendation, or one part of it."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="recommending_states")
    part = models.ForeignKey(Part, on_delete=models.CASCADE, null=True, blank=True, related_name="recommending_states")
    state = models.CharField(max_length=3, db_index=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("recommendation", "order")
        constraints = (models.UniqueConstraint(fields=("recommendation", "order"), name="record_state_in_order"),)

    def __str__(self) -> str:
        return self.state


class Correction(models.Model):
    """A correction by hand: what stood there, what stands there now, and why.

    The record is shared by all coalitions of an instance, the names of people are not: `made_by` is shown only to those
    who work in the same `coalition` (its key).
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="corrections")
    field = models.CharField(max_length=30)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.TextField(_("reason"))
    made_by = models.CharField(max_length=100)
    coalition = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.field}"


class Meaning(models.Model):
    """What a recommendation's text means: a vector of int8 figures that only its `encoder` understands."""

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.CASCADE, primary_key=True, related_name="meaning"
    )
    encoder = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    vector = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.recommendation} ({self.encoder})"


class AskedBefore(models.Model):
    """An earlier recommendation to the same State with the same ask; `similarity` runs from 0 to 1."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="asked_before")
    earlier = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="asked_again")
    similarity = models.FloatField()

    class Meta:
        ordering = ("recommendation", "-similarity")
        constraints = (models.UniqueConstraint(fields=("recommendation", "earlier"), name="record_asked_before_once"),)

    def __str__(self) -> str:
        return f"{self.recommendation} after {self.earlier}"
