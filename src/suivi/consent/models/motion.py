"""A motion: what is to be decided, by whom, until when, and what came of it; and how it was worded each time."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Membership, make_key
from suivi.consent.rules.words import SOON, Ballots, MotionState, Outcome, QuorumIn
from suivi.consultations.models import Consultation
from suivi.discussions.models import Strategy
from suivi.priorities.rules.words import VoiceOf
from suivi.record.models import Recommendation


class MotionQuerySet(models.QuerySet["Motion"]):
    """Motions, by where they stand."""

    def open_at(self, now: datetime) -> MotionQuerySet:
        """Return those on which voices may be given at a moment: time alone ends them."""
        return self.filter(state=MotionState.OPEN, closes_at__gt=now)


class Motion(models.Model):
    """Something to be decided by consent. Its text is that of its newest `Wording`; `wording` is the number of that.

    Nobody has to close it: when its time is over, it is judged as it stands. `entitled` and `outcome` are written down
    when somebody records what came of it.
    """

    State = MotionState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="motions")
    title = models.CharField(_("what is to be decided, in one line"), max_length=160)
    wording = models.PositiveSmallIntegerField(default=1)
    strategy = models.ForeignKey(
        Strategy, on_delete=models.SET_NULL, null=True, blank=True, related_name="motions",
        verbose_name=_("strategy that is adopted by it"),
    )  # fmt: skip
    about_priorities = models.BooleanField(_("it adopts the list of joint priorities"), default=False)
    recommendations = models.ManyToManyField(Recommendation, related_name="motions", blank=True)
    voice_of = models.CharField(_("one voice for"), max_length=12, choices=VoiceOf, default=VoiceOf.PERSON)
    quorum = models.PositiveSmallIntegerField(_("quorum"), default=50)
    quorum_in = models.CharField(_("counted in"), max_length=8, choices=QuorumIn, default=QuorumIn.SHARE)
    ballots = models.CharField(_("voices are"), max_length=8, choices=Ballots, default=Ballots.NAMED)
    prints_dissent = models.BooleanField(_("print the dissent of those who ask for it"), default=True)
    closes_at = models.DateTimeField(_("voices until"))
    state = models.CharField(max_length=12, choices=MotionState, default=MotionState.DRAFTED)
    drafted_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)
    entitled = models.PositiveIntegerField(null=True, blank=True)
    statement = models.TextField(_("what was decided, in a few sentences"), max_length=4000, blank=True)
    review_on = models.DateField(_("to be looked at again on"), null=True, blank=True)

    objects = MotionQuerySet.as_manager()

    class Meta:
        ordering = ("-drafted_at", "-id")

    def __str__(self) -> str:
        return self.title

    @property
    def by_organisation(self) -> bool:
        """Whether organisations have one voice each."""
        return self.voice_of == VoiceOf.ORGANISATION

    @property
    def is_named(self) -> bool:
        """Whether everybody here sees who said what."""
        return self.ballots == Ballots.NAMED

    def is_open_at(self, now: datetime) -> bool:
        """Say whether voices may be given at a moment."""
        return self.state == MotionState.OPEN and now < self.closes_at

    def has_run_out(self, now: datetime) -> bool:
        """Say whether its time is over though nobody wrote down yet what came of it."""
        return self.state == MotionState.OPEN and self.closes_at <= now

    def closes_soon(self, now: datetime) -> bool:
        """Say whether it closes within a day."""
        return self.is_open_at(now) and self.closes_at - now <= SOON


class Wording(models.Model):
    """How a motion was worded at a time, and for an amendment what it answers. Voices belong to one wording."""

    motion = models.ForeignKey(Motion, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("the motion"), max_length=6000)
    explanation = models.TextField(_("why, and what follows from it"), max_length=6000, blank=True)
    answers = models.TextField(_("which objection it answers, and how"), max_length=2000, blank=True)
    written_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("motion", "number")
        constraints = (models.UniqueConstraint(fields=("motion", "number"), name="consent_wording_numbered"),)

    def __str__(self) -> str:
        return f"{self.motion} ({self.number})"
