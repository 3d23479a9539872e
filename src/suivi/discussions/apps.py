"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.discussions.rules.words import VERBS
from suivi.history.rules import SAYINGS


class DiscussionsConfig(AppConfig):
    """Discuss: threads on a recommendation, a cluster or a proposal; strategies proposed, amended and merged."""

    name = "suivi.discussions"
    label = "discussions"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
