"""The opinion map of a consultation: its statements, who voted, what they said, and the results as they stand."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import make_key
from suivi.consultations.models import Consultation, Participant
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.statements import StatementState
from suivi.opinions.rules.words import LONGEST, Audience, Choice


class OpinionMap(models.Model):
    """The opinion map of a consultation: one question, to which short statements answer."""

    State = MapState

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="opinion_map")
    question = models.CharField(
        _("question"), max_length=200, help_text=_("What the statements answer: “What should come first, and why?”")
    )
    state = models.CharField(max_length=10, choices=MapState, default=MapState.PREPARED)
    moderated = models.BooleanField(default=True)
    audience = models.CharField(
        _("The results are shown"), max_length=12, choices=Audience, default=Audience.AT_THE_END
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.question


class StatementQuerySet(models.QuerySet["Statement"]):
    """Statements, by where they stand."""

    def shown(self) -> StatementQuerySet:
        """Return those on the map."""
        return self.filter(state=StatementState.SHOWN)

    def unseen_by(self, participant: Participant | None) -> StatementQuerySet:
        """Return those on which a participant has said nothing yet; all of them to nobody."""
        if not participant:
            return self
        said = Vote.objects.filter(statement=models.OuterRef("pk"), ballot__participant=participant)
        return self.exclude(models.Exists(said))


class Statement(models.Model):
    """One idea in a sentence, to agree or disagree with. No page says who wrote it.

    `sameness` is what two statements share that say the same; `seen` is how often it was voted on: it decides
    to whom the statement is shown next, and is told to nobody.
    """

    State = StatementState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    opinion_map = models.ForeignKey(OpinionMap, on_delete=models.CASCADE, related_name="statements")
    text = models.CharField(_("statement"), max_length=LONGEST)
    language = models.CharField(max_length=12, blank=True)
    sameness = models.CharField(max_length=4 * LONGEST, editable=False)
    written_by = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="statements"
    )
    state = models.CharField(max_length=10, choices=StatementState, default=StatementState.WAITING)
    seen = models.PositiveIntegerField(default=0, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("opinion_map", "sameness"), name="opinions_statement_once"),)
        indexes = (models.Index(fields=("opinion_map", "state", "seen"), name="opinions_to_show"),)

    def __str__(self) -> str:
        return self.text


class Ballot(models.Model):
    """All that one participant says. `touched`: something was said since the results that stand."""

    opinion_map = models.ForeignKey(OpinionMap, on_delete=models.CASCADE, related_name="ballots")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="ballots")
    touched = models.BooleanField(default=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("opinion_map", "participant"), name="opinions_ballot_once"),)

    def __str__(self) -> str:
        return f"{self.participant}"


class Vote(models.Model):
    """What one ballot says to one statement. It keeps the day alone: a time would lead back to a person."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="votes")
    choice = models.SmallIntegerField(choices=Choice)
    said_on = models.DateField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("ballot", "statement"), name="opinions_vote_once"),
            models.CheckConstraint(condition=models.Q(choice__in=Choice.values), name="opinions_vote_known"),
        )

    def __str__(self) -> str:
        return str(self.get_choice_display())


class Result(models.Model):
    """The results that stand: drawn from the first `ballots` ballots, kept without anything that is told of too few."""

    opinion_map = models.OneToOneField(OpinionMap, on_delete=models.CASCADE, related_name="result")
    ballots = models.PositiveIntegerField()
    figures = models.JSONField(default=dict)
    drawn_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.opinion_map}: {self.ballots}"
