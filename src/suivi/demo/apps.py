"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """An invented State with a whole cycle behind it, to try everything on."""

    name = "suivi.demo"
    label = "demo"
