"""Names the history to Django."""

from __future__ import annotations

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """Who did what, and when."""

    name = "suivi.history"
    label = "history"
