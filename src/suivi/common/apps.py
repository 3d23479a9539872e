"""Names the ground floor to Django."""

from __future__ import annotations

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Page rendering, decisions, files, the look of the site."""

    name = "suivi.common"
    label = "common"
