"""Freezing a colleague: one asks, another agrees within a day; and being frozen by one's own silence."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

ASK_LASTS = timedelta(hours=24)
SILENT_DAYS = (7, 14, 30, 60, 90)


class Wish(models.TextChoices):
    """What two people agree on about a third."""

    FREEZE = "freeze", _("freeze")
    UNFREEZE = "unfreeze", _("open again")


class AskState(models.TextChoices):
    """Where such a wish stands."""

    ASKED = "asked", _("asked")
    AGREED = "agreed", _("agreed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("expired")


TRANSITIONS: dict[AskState, dict[AskState, str]] = {
    AskState.ASKED: {
        AskState.AGREED: "agree",
        AskState.WITHDRAWN: "withdraw_ask",
        AskState.EXPIRED: "24 hours pass",
    },
    AskState.AGREED: {},
    AskState.WITHDRAWN: {},
    AskState.EXPIRED: {},
}


def is_silent(*, heard_at: datetime, days: int, now: datetime) -> bool:
    """Say whether somebody last heard of at a moment has been silent for as long as they themselves named."""
    return now - heard_at >= timedelta(days=days)
