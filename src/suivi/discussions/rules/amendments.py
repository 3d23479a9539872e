"""Where a suggested wording may stand, and what moves it on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AmendmentState(models.TextChoices):
    """Where a suggested wording stands."""

    OPEN = "open", _("waits for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("taken back")


TRANSITIONS: dict[AmendmentState, dict[AmendmentState, str]] = {
    AmendmentState.OPEN: {
        AmendmentState.ACCEPTED: "accept_amendment",
        AmendmentState.DECLINED: "decline_amendment",
        AmendmentState.WITHDRAWN: "withdraw_amendment",
    },
    AmendmentState.ACCEPTED: {},
    AmendmentState.DECLINED: {},
    AmendmentState.WITHDRAWN: {},
}
