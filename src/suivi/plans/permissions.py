"""Who may fill the plans, and who says that an activity is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consultations.permissions import can_now, can_speak
from suivi.consultations.rules import Deed

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation, Participant
    from suivi.consultations.presence import Visit


def can_fill(visit: Visit) -> Decision:
    """Say whether whoever visits may fill in the plans now."""
    return can_now(visit, Deed.PLAN)


def can_fill_plans(participant: Participant, consultation: Consultation) -> Decision:
    """Say whether a participant may change lines of a consultation's plans."""
    if participant.consultation_id != consultation.pk:
        return refused(_("This plan belongs to another consultation."))
    return can_speak(participant, Deed.PLAN)


def can_keep_activities(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether a member may tick activities off and date them, also long after the consultation is closed."""
    ours = membership and membership.coalition_id == consultation.coalition_id
    if membership and ours and membership.role.contributes and membership.role.sees_coalition:
        return ALLOWED
    return refused(_("Members of the coalition say what is done; whoever only reads does not."))
