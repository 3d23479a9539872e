"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.opinions.rules.words import VERBS


class OpinionsConfig(AppConfig):
    """The opinion map: short statements, agree or disagree, and what unites the groups that form."""

    name = "suivi.opinions"
    label = "opinions"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
