"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    """A space to discuss and decide together: agenda, sessions, participants, phases, rooms."""

    name = "suivi.consultations"
    label = "consultations"
