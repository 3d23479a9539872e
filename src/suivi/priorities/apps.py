"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.priorities.rules.words import VERBS


class PrioritiesConfig(AppConfig):
    """Prioritise: criteria that the coalition chooses, scored by people or organisations; and dots."""

    name = "suivi.priorities"
    label = "priorities"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
