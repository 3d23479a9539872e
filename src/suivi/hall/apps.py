"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class HallConfig(AppConfig):
    """The hall: live mode for the projector, the page on participants' phones, and the outbox for bad lines."""

    name = "suivi.hall"
    label = "hall"
