"""Strategies that somebody proposed, and who supports them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.coalitions.models import make_key
from suivi.consultations.models import Consultation, Participant
from suivi.discussions.rules.strategies import OPEN, StrategyState
from suivi.discussions.rules.words import LONGEST, Area, Field
from suivi.record.models import Recommendation


class StrategyQuerySet(models.QuerySet["Strategy"]):
    """Strategies, by where they stand and who may read them."""

    def visible_to(self, participant: Participant | None) -> StrategyQuerySet:
        """Return all that were proposed, and one's own drafts; withdrawn drafts stay their author's."""
        return self.filter(models.Q(proposed_at__isnull=False) | models.Q(proposed_by=participant))

    def open(self) -> StrategyQuerySet:
        """Return those on the table."""
        return self.filter(state__in=OPEN)

    def adopted(self) -> StrategyQuerySet:
        """Return those that were decided."""
        return self.filter(state=StrategyState.ADOPTED)


class Strategy(models.Model):
    """What somebody proposes to do so that recommendations are accepted, carried out, known or watched over.

    Its texts are those of its newest `Wording`; `wording` is its number. `former_state` is where it stood before it was
    merged or withdrawn, so that both can be undone. `number` names it in the room: "strategy 7".
    """

    State = StrategyState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="strategies")
    number = models.PositiveSmallIntegerField()
    area = models.CharField(_("area"), max_length=20, choices=Area)
    title = models.CharField(_("what we propose, in one line"), max_length=LONGEST[Field.TITLE])
    objective = models.TextField(_("what it should achieve"), max_length=LONGEST[Field.OBJECTIVE])
    target = models.CharField(_("whom it should move"), max_length=LONGEST[Field.TARGET], blank=True)
    doers = models.CharField(_("who could do it"), max_length=LONGEST[Field.DOERS], blank=True)
    language = models.CharField(_("language"), max_length=12)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    cluster = models.ForeignKey(
        Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="strategies", verbose_name=_("cluster")
    )
    recommendations = models.ManyToManyField(Recommendation, related_name="strategies", blank=True)
    state = models.CharField(max_length=10, choices=StrategyState, default=StrategyState.DRAFTED)
    former_state = models.CharField(max_length=10, choices=StrategyState, blank=True)
    wording = models.PositiveSmallIntegerField(default=1)
    proposed_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="strategies")
    drafted_at = models.DateTimeField(default=timezone.now)
    proposed_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField(default=timezone.now)
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="sources")
    withdrawn_why = models.CharField(max_length=600, blank=True)
    adopted_at = models.DateTimeField(null=True, blank=True)

    objects = StrategyQuerySet.as_manager()

    class Meta:
        ordering = ("number", "id")
        verbose_name_plural = "strategies"
        constraints = (
            models.UniqueConstraint(fields=("consultation", "number"), name="discussions_strategy_numbered"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether it is on the table."""
        return self.state in OPEN

    @property
    def is_draft(self) -> bool:
        """Whether only its author reads it yet."""
        return self.proposed_at is None


class Support(models.Model):
    """Somebody says “me too”: they support a strategy, counted, and named only where they chose it."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="supports")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="supports")
    named = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("at", "id")
        constraints = (models.UniqueConstraint(fields=("strategy", "participant"), name="discussions_support_once"),)

    def __str__(self) -> str:
        return f"{self.strategy} ({self.at:%Y-%m-%d})"
