"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.consent.rules.words import VERBS
from suivi.history.rules import SAYINGS


class ConsentConfig(AppConfig):
    """Decide by consent: agree, stand aside, object with a reason; quorum, deadline, one voice each."""

    name = "suivi.consent"
    label = "consent"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
