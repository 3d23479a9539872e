"""How an invitation lives and ends."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

INVITATION_LASTS = timedelta(hours=72)


class InvitationState(models.TextChoices):
    """Where an invitation stands."""

    UNVOUCHED = "unvouched", _("waits for a second member")
    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPIRED = "expired", _("expired")


ALIVE = (InvitationState.UNVOUCHED, InvitationState.OPEN)
"""Those that open a door now, or may yet."""

TRANSITIONS: dict[InvitationState, dict[InvitationState, str]] = {
    InvitationState.UNVOUCHED: {
        InvitationState.OPEN: "vouch_for, or at once where the coalition asks for nobody",
        InvitationState.WITHDRAWN: "withdraw_invitation",
        InvitationState.EXPIRED: "72 hours pass",
    },
    InvitationState.OPEN: {
        InvitationState.ACCEPTED: "accept_invitation",
        InvitationState.WITHDRAWN: "withdraw_invitation",
        InvitationState.EXPIRED: "72 hours pass",
    },
    InvitationState.ACCEPTED: {},
    InvitationState.WITHDRAWN: {},
    InvitationState.EXPIRED: {},
}
