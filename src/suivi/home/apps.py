"""Names the app to Django."""

from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """A coalition's desk, and the cycle at a glance."""

    name = "suivi.home"
    label = "home"
