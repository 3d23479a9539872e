"""Who may change the record. Everybody signed in may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership


def can_change_record(membership: Membership | None) -> Decision:
    """Say whether this member may import documents and correct what was read."""
    if membership and membership.role.keeps_record:
        return ALLOWED
    return refused(_("Only coordinators and convenors change the record. Ask one of them in your coalition."))
