"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """From a UN document to the record: drop, check, confirm."""

    name = "suivi.intake"
    label = "intake"
