"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """The cycle's clock: milestones, deadlines, calendar."""

    name = "suivi.timeline"
    label = "timeline"
