"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.consultations.rules import VERBS
from suivi.history.rules import SAYINGS


class ConsultationsConfig(AppConfig):
    """A space to discuss and decide together: agenda, sessions, participants, phases, rooms."""

    name = "suivi.consultations"
    label = "consultations"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
