"""A voice on one wording of a motion: a participant's own, or the one voice of an organisation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Organisation
from suivi.consent.models.motion import Wording
from suivi.consent.rules.words import LONGEST_REASON, Choice, Printed
from suivi.consultations.models import Participant


class Voice(models.Model):
    """What somebody says to a wording. An objection gives its reason: only then can it be answered."""

    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="voices")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, null=True, blank=True, related_name="voices")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="voices"
    )
    choice = models.CharField(_("your voice"), max_length=12, choices=Choice)
    reason = models.TextField(_("reason"), max_length=LONGEST_REASON, blank=True)
    printed = models.CharField(_("in the minutes"), max_length=8, choices=Printed, default=Printed.NOT)
    given_by = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("wording", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("wording", "participant"),
                condition=Q(participant__isnull=False),
                name="consent_one_voice_a_person",
            ),
            models.UniqueConstraint(
                fields=("wording", "organisation"),
                condition=Q(organisation__isnull=False),
                name="consent_one_voice_an_organisation",
            ),
            models.CheckConstraint(
                condition=Q(participant__isnull=False) ^ Q(organisation__isnull=False),
                name="consent_a_voice_is_somebody_s",
            ),
            models.CheckConstraint(
                condition=~Q(choice=Choice.OBJECT) | ~Q(reason=""), name="consent_objections_give_their_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.choice} ({self.pk})"

    @property
    def name(self) -> str:
        """Whose voice it is."""
        return str(self.organisation or self.participant or "")
