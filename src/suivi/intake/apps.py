"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.intake.rules import VERBS


class IntakeConfig(AppConfig):
    """From a UN document to the record: drop, check, confirm."""

    name = "suivi.intake"
    label = "intake"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
