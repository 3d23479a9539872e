"""Names the record to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.record.rules import VERBS


class RecordConfig(AppConfig):
    """Reviews, recommendations, positions."""

    name = "suivi.record"
    label = "record"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
