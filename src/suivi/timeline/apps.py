"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.timeline.rules.words import VERBS


class TimelineConfig(AppConfig):
    """The cycle's clock: milestones, deadlines, calendar."""

    name = "suivi.timeline"
    label = "timeline"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
