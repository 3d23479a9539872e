"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig

from suivi.history.rules import SAYINGS
from suivi.plans.rules.states import VERBS


class PlansConfig(AppConfig):
    """What comes out: implementation plan, action strategy and actions, as tables that travel through Excel."""

    name = "suivi.plans"
    label = "plans"

    def ready(self) -> None:
        """Teach the history how our verbs read."""
        SAYINGS.update(VERBS)
