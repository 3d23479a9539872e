"""Names the top floor to Django."""

from __future__ import annotations

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Wires the house: settings, addresses, the server's entry."""

    name = "suivi.config"
    label = "config"
