"""Where an opinion map stands, and what moves it on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MapState(models.TextChoices):
    """Where an opinion map stands."""

    PREPARED = "prepared", _("being prepared")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


TRANSITIONS: dict[MapState, dict[MapState, str]] = {
    MapState.PREPARED: {MapState.OPEN: "open_map"},
    MapState.OPEN: {MapState.CLOSED: "close_map"},
    MapState.CLOSED: {MapState.OPEN: "reopen_map"},
}
