"""Minutes of a consultation: what the rapporteur wrote in each place, and, once agreed, the facts as they were."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Membership
from suivi.consultations.models import Consultation, Session
from suivi.minutes.rules import LONGEST_NOTE, MinutesState, Part


class Minutes(models.Model):
    """The minutes of one consultation. They are there as soon as somebody names a rapporteur or writes a word.

    `facts` is empty while they are a draft: facts are read afresh each time. Once agreed, it keeps them.
    """

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="minutes")
    rapporteur = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=MinutesState, default=MinutesState.DRAFT)
    facts = models.JSONField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "minutes"

    def __str__(self) -> str:
        return f"{self.consultation} ({self.get_state_display()})"


class Note(models.Model):
    """What the rapporteur wrote in one place: at the end of a part, or under one session of the agenda."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="notes")
    part = models.CharField(max_length=12, choices=Part)
    session = models.ForeignKey(Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(_("what is to be remembered"), blank=True, max_length=LONGEST_NOTE)
    version = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=100, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("minutes", "part"), condition=models.Q(session=None), name="minutes_note_of_part"
            ),
            models.UniqueConstraint(
                fields=("minutes", "session"), condition=models.Q(session__isnull=False), name="minutes_note_of_session"
            ),
        )

    def __str__(self) -> str:
        return f"{self.minutes} {self.part}"


class NoteVersion(models.Model):
    """A text that stood in a place before: nothing that was written is lost."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    made_by = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("note", "-version")

    def __str__(self) -> str:
        return f"{self.note} {self.version}"
