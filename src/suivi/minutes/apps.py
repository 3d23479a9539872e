"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.minutes.rules import VERBS


class MinutesConfig(AppConfig):
    """Minutes that write themselves from agenda, decisions, actions and numbers, edited by the rapporteur."""

    name = "suivi.minutes"
    label = "minutes"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
