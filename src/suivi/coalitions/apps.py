"""Names the coalitions to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.coalitions.rules import VERBS
from suivi.history.rules import SAYINGS


class CoalitionsConfig(AppConfig):
    """People, organisations, coalitions, roles, zones."""

    name = "suivi.coalitions"
    label = "coalitions"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
