"""Handing over what one holds: one offers, the other accepts."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

HAND_OVER_LASTS = timedelta(days=14)


class HandOverState(models.TextChoices):
    """Where a hand-over stands."""

    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("expired")


TRANSITIONS: dict[HandOverState, dict[HandOverState, str]] = {
    HandOverState.OFFERED: {
        HandOverState.ACCEPTED: "accept_hand_over",
        HandOverState.DECLINED: "decline_hand_over",
        HandOverState.WITHDRAWN: "withdraw_hand_over",
        HandOverState.EXPIRED: "14 days pass",
    },
    HandOverState.ACCEPTED: {},
    HandOverState.DECLINED: {},
    HandOverState.WITHDRAWN: {},
    HandOverState.EXPIRED: {},
}
