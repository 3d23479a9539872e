"""The wall of a consultation: what the projector shows now; and where that is kept which phones say in the hall."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from suivi.consultations.models import Consultation, Session
from suivi.discussions.models import Thread
from suivi.hall.rules import Shown


class Wall(models.Model):
    """What stands on the wall. `thing` is the key of what it is about: a decision's, an exercise's; or empty."""

    consultation = models.OneToOneField(Consultation, on_delete=models.CASCADE, related_name="wall")
    shown = models.CharField(max_length=12, choices=Shown, default=Shown.AGENDA)
    thing = models.CharField(max_length=12, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.consultation}: {self.get_shown_display()}"


class Saying(models.Model):
    """The discussion that holds what was said from phones while a session was on; without one, between sessions."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="sayings")
    session = models.ForeignKey(Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="sayings")
    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="saying")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("session",), condition=Q(session__isnull=False), name="hall_one_saying_for_a_session"
            ),
        )

    def __str__(self) -> str:
        return str(self.session or self.consultation)
