"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.hall.rules import VERBS
from suivi.history.rules import SAYINGS


class HallConfig(AppConfig):
    """The hall: live mode for the projector, the page on participants' phones, and the outbox for bad lines."""

    name = "suivi.hall"
    label = "hall"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
