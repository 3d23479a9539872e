"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.clusters.rules.words import VERBS
from suivi.history.rules import SAYINGS


class ClustersConfig(AppConfig):
    """The coalition's thematic groups: which recommendations each takes care of, and who convenes it."""

    name = "suivi.clusters"
    label = "clusters"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
