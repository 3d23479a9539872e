"""How a strategy was worded, version by version; and other wordings that somebody suggests."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import make_key
from suivi.consultations.models import Participant
from suivi.discussions.models.strategies import Strategy
from suivi.discussions.rules.amendments import AmendmentState
from suivi.discussions.rules.words import LONGEST, LONGEST_REASON, Field


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    """Suggested wordings, by where they stand."""

    def open(self) -> AmendmentQuerySet:
        """Return those that wait for an answer."""
        return self.filter(state=AmendmentState.OPEN)


class Amendment(models.Model):
    """Another wording of one field of a strategy, suggested with a reason; `before` is what stood there then."""

    State = AmendmentState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="amendments")
    field = models.CharField(_("what to word otherwise"), max_length=12, choices=Field)
    before = models.TextField(blank=True)
    after = models.TextField(_("how it should read"), blank=True, max_length=max(LONGEST.values()))
    why = models.CharField(_("why"), max_length=LONGEST_REASON, blank=True)
    suggested_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="amendments")
    suggested_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=AmendmentState, default=AmendmentState.OPEN)
    decided_by = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_why = models.CharField(max_length=LONGEST_REASON, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ("suggested_at", "id")

    def __str__(self) -> str:
        return f"{self.strategy}: {self.get_field_display()}"

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.state == AmendmentState.OPEN

    @property
    def is_overtaken(self) -> bool:
        """Whether the strategy was worded otherwise since this was suggested."""
        return self.is_open and self.before != getattr(self.strategy, self.field)


class Wording(models.Model):
    """All texts of a strategy as they stood from a moment on; the first is what was proposed."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=LONGEST[Field.TITLE])
    objective = models.TextField()
    target = models.CharField(max_length=LONGEST[Field.TARGET], blank=True)
    doers = models.CharField(max_length=LONGEST[Field.DOERS], blank=True)
    due_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="wordings")
    written_at = models.DateTimeField(default=timezone.now)
    amendment = models.ForeignKey(Amendment, on_delete=models.SET_NULL, null=True, blank=True, related_name="wordings")

    class Meta:
        ordering = ("strategy", "number")
        constraints = (models.UniqueConstraint(fields=("strategy", "number"), name="discussions_wording_once"),)

    def __str__(self) -> str:
        return f"{self.strategy} ({self.number})"
