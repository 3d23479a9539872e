"""A priority exercise: its method, its criteria, and the recommendations that are weighed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import make_key
from suivi.consultations.models import Consultation
from suivi.priorities.rules.stock import OFFERS, PLAIN_SCALE
from suivi.priorities.rules.words import (
    DOTS_EACH,
    DOTS_ON_ONE,
    HIGHEST,
    LOWEST,
    Direction,
    ExerciseState,
    Method,
    VoiceOf,
    Weighs,
)
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    """Exercises, by where they stand."""

    def open(self) -> ExerciseQuerySet:
        """Return those in which sheets are filled now."""
        return self.filter(state=ExerciseState.OPEN)

    def over(self) -> ExerciseQuerySet:
        """Return those that have results to show."""
        return self.filter(state__in=[ExerciseState.CLOSED, ExerciseState.TAKEN_OVER])


class Exercise(models.Model):
    """One round of weighing recommendations against each other, by scores on criteria or by dots."""

    State = ExerciseState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="exercises")
    title = models.CharField(_("title"), max_length=160)
    about = models.TextField(_("what people should know before they begin"), blank=True, max_length=2000)
    method = models.CharField(_("method"), max_length=10, choices=Method, default=Method.SCORES)
    voice_of = models.CharField(_("one voice for"), max_length=12, choices=VoiceOf, default=VoiceOf.PERSON)
    dots_each = models.PositiveSmallIntegerField(_("dots for each voice"), default=DOTS_EACH)
    dots_on_one = models.PositiveSmallIntegerField(_("at most so many on one"), default=DOTS_ON_ONE)
    state = models.CharField(max_length=12, choices=ExerciseState, default=ExerciseState.PREPARED)
    prepared_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ("-prepared_at", "-id")

    def __str__(self) -> str:
        return self.title

    @property
    def by_organisation(self) -> bool:
        """Whether organisations have one voice each."""
        return self.voice_of == VoiceOf.ORGANISATION

    @property
    def by_dots(self) -> bool:
        """Whether dots are spread, not scores given."""
        return self.method == Method.DOTS

    @property
    def is_open(self) -> bool:
        """Whether sheets are filled now."""
        return self.state == ExerciseState.OPEN

    @property
    def is_over(self) -> bool:
        """Whether there are results to show."""
        return self.state in {ExerciseState.CLOSED, ExerciseState.TAKEN_OVER}


class Criterion(models.Model):
    """What recommendations are weighed by. Words left empty are those of the offer it was taken from."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    offer = models.CharField(max_length=20, blank=True)
    own_name = models.CharField(_("name"), max_length=60, blank=True)
    own_question = models.CharField(_("what it asks"), max_length=200, blank=True)
    own_scale = models.TextField(_("the words of its five steps, one a line"), max_length=400, blank=True)
    weighs = models.CharField(_("speaks of"), max_length=10, choices=Weighs, default=Weighs.IMPACT)
    direction = models.CharField(_("direction"), max_length=10, choices=Direction, default=Direction.FOR)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)

    class Meta:
        ordering = ("exercise", "order")
        constraints = (models.UniqueConstraint(fields=("exercise", "order"), name="priorities_criterion_in_order"),)

    def __str__(self) -> str:
        return str(self.name)

    @property
    def name(self) -> str | Promise:
        """What it is called: by the coalition, else as on offer, in the reader's language."""
        return self.own_name or (OFFERS[self.offer].name if self.offer in OFFERS else "")

    @property
    def asks(self) -> str | Promise:
        """The question that a score answers."""
        return self.own_question or (OFFERS[self.offer].asks if self.offer in OFFERS else "")

    @property
    def scale(self) -> list[tuple[int, str]]:
        """The steps, each with its words."""
        words = [str(each) for each in (OFFERS[self.offer].scale if self.offer in OFFERS else PLAIN_SCALE)]
        own = [line.strip() for line in self.own_scale.splitlines()]
        own += [""] * (len(words) - len(own))
        steps = range(LOWEST, HIGHEST + 1)
        return [(step, mine or usual) for step, mine, usual in zip(steps, own, words, strict=False)]


class Candidate(models.Model):
    """A recommendation that is weighed in an exercise."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="candidates")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="weighed_as")
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ("exercise", "order")
        constraints = (
            models.UniqueConstraint(fields=("exercise", "recommendation"), name="priorities_candidate_once"),
            models.CheckConstraint(condition=Q(order__gte=1), name="priorities_candidate_counted_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.exercise}: {self.recommendation}"
