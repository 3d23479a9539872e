"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.coalitions.rules.opening import BESIDE
from suivi.consultations.rules import VERBS
from suivi.consultations.seeing import SEEING
from suivi.history.rules import SAYINGS


class ConsultationsConfig(AppConfig):
    """A space to discuss and decide together: agenda, sessions, participants, phases, rooms."""

    name = "suivi.consultations"
    label = "consultations"

    def ready(self) -> None:
        """Teach the history how our verbs read, and the page "who can see what" whom a consultation lets in."""
        SAYINGS.update(VERBS)
        BESIDE.update(SEEING)
