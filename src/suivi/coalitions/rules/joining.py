"""How many come in by one link: what it may give, how long it lives, and where somebody who asks to join stands."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules.roles import Member, Observer

BY_LINK = (Observer, Member)
"""A link goes from hand to hand, so it never gives more than this."""
LINK_DAYS = (1, 3, 7)
MOST_BY_LINK = 200
WAITS = timedelta(days=14)
"""Whoever nobody looks at for so long is declined by time, and forgotten."""


class JoinState(models.TextChoices):
    """Where somebody stands who came by a link."""

    WAITING = "waiting", _("waits")
    APPROVED = "approved", _("approved")
    DECLINED = "declined", _("declined")


TRANSITIONS: dict[JoinState, dict[JoinState, str]] = {
    JoinState.WAITING: {
        JoinState.APPROVED: "approve_newcomers",
        JoinState.DECLINED: "decline_newcomers, or 14 days pass",
    },
    JoinState.APPROVED: {},
    JoinState.DECLINED: {},
}
