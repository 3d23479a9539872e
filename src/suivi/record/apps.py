"""Names the record to Django."""

from __future__ import annotations

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """Reviews, recommendations, positions."""

    name = "suivi.record"
    label = "record"
