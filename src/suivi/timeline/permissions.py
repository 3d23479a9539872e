"""Who may see a coalition's calendar, and who keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership


def can_see_calendar(membership: Membership | None) -> Decision:
    """Say whether somebody has a calendar to see: whoever belongs to a coalition. Guests see the days of the record."""
    if membership:
        return ALLOWED
    return refused(_("You belong to no coalition yet. Ask a coordinator for an invitation."))


def can_keep_calendar(membership: Membership | None) -> Decision:
    """Say whether this member may move milestones, tick them off and add their own."""
    if membership and membership.role.keeps_calendar:
        return ALLOWED
    return refused(_("Only coordinators, convenors and the steering committee keep the dates. Ask one of them."))
