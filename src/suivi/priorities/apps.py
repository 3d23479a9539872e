"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.priorities.rules import VERBS
from suivi.history.rules import SAYINGS


class PrioritiesConfig(AppConfig):
    """Prioritise: criteria that the coalition chooses, scored by people or organisations; and dots."""

    name = "suivi.priorities"
    label = "priorities"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
