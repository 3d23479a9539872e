"""Names the coalitions to Django."""

from __future__ import annotations

from django.apps import AppConfig


class CoalitionsConfig(AppConfig):
    """People, organisations, coalitions, roles, zones."""

    name = "suivi.coalitions"
    label = "coalitions"
