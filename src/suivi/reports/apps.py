"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Puts what the house knows on paper: reads every domain; no domain reads it."""

    name = "suivi.reports"
    label = "reports"
