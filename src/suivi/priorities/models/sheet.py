"""A voice's sheet: scores or dots on recommendations, each with what stood there before."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from suivi.coalitions.models import Organisation
from suivi.consultations.models import Participant
from suivi.priorities.models.exercise import Candidate, Criterion, Exercise
from suivi.priorities.rules.words import HIGHEST, LOWEST, MOST_DOTS


class Sheet(models.Model):
    """What one voice gives in an exercise: a participant's own sheet, or the one sheet of an organisation."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="sheets")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, null=True, blank=True, related_name="sheets")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="sheets"
    )
    begun_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("exercise", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("exercise", "participant"),
                condition=Q(participant__isnull=False),
                name="priorities_one_sheet_a_person",
            ),
            models.UniqueConstraint(
                fields=("exercise", "organisation"),
                condition=Q(organisation__isnull=False),
                name="priorities_one_sheet_an_organisation",
            ),
            models.CheckConstraint(
                condition=Q(participant__isnull=False) ^ Q(organisation__isnull=False),
                name="priorities_a_sheet_is_somebody_s",
            ),
        )

    def __str__(self) -> str:
        return f"{self.exercise} {self.pk}"


class Score(models.Model):
    """A score on one criterion. `former` is what stood there before, and who had written it, for sheets of many."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="scores")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="scores")
    value = models.PositiveSmallIntegerField()
    given_by = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    former = models.PositiveSmallIntegerField(null=True, blank=True)
    former_by = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("sheet", "candidate", "criterion")
        constraints = (
            models.UniqueConstraint(fields=("sheet", "candidate", "criterion"), name="priorities_score_once"),
            models.CheckConstraint(
                condition=Q(value__gte=LOWEST, value__lte=HIGHEST), name="priorities_score_on_the_scale"
            ),
        )

    def __str__(self) -> str:
        return str(self.value)


class Dots(models.Model):
    """How many dots of a sheet lie on a recommendation."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="dots")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="dots")
    count = models.PositiveSmallIntegerField()
    given_by = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    former = models.PositiveSmallIntegerField(null=True, blank=True)
    former_by = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("sheet", "candidate")
        constraints = (
            models.UniqueConstraint(fields=("sheet", "candidate"), name="priorities_dots_once"),
            models.CheckConstraint(condition=Q(count__lte=MOST_DOTS), name="priorities_dots_within_bounds"),
        )

    def __str__(self) -> str:
        return str(self.count)
