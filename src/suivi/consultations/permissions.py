"""Who may see, run and take part in a consultation, and what its phase lets them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consultations.rules import MAY, Deed, Phase, Room

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation, Participant
    from suivi.consultations.presence import Visit


def can_set_up(membership: Membership | None) -> Decision:
    """Say whether this member may set a consultation up and run it."""
    if membership and membership.role.runs_consultations:
        return ALLOWED
    return refused(gettext_lazy("Only coordinators, convenors and the steering committee run consultations."))


def can_run_consultation(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether this member may run a consultation: its phases, agenda, door and results."""
    if membership and membership.coalition_id != consultation.coalition_id:
        return refused(gettext_lazy("This consultation is another coalition's."))
    return can_set_up(membership)


def can_run(visit: Visit) -> Decision:
    """Say whether whoever visits may run the consultation."""
    return can_run_consultation(visit.membership, visit.consultation)


def can_take_part(visit: Visit) -> Decision:
    """Say whether whoever visits may speak there: those with a seat, and members who may take one."""
    if visit.participant and visit.participant.membership_id is None:
        return ALLOWED
    return can_take_seat(visit.membership, visit.consultation)


def can_take_seat(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether a member may take a seat: observers look on; partners sit in the dialogue alone."""
    if not membership or membership.coalition_id != consultation.coalition_id:
        return refused(gettext_lazy("Take a seat first, with the code on the wall."))
    if not membership.role.sees_coalition:
        return ALLOWED if consultation.room == Room.DIALOGUE else refused(gettext_lazy("Partners sit in the dialogue."))
    if membership.role.contributes:
        return ALLOWED
    return refused(gettext_lazy("Observers read; they do not speak. A coordinator can give you another role."))


def can_now(visit: Visit, deed: Deed) -> Decision:
    """Say whether whoever visits may do a deed in the phase in which the consultation stands."""
    return can_take_part(visit) and phase_allows(visit.consultation, deed)


def can_speak(participant: Participant, deed: Deed) -> Decision:
    """Say whether a participant may do a deed now: their seat stands, their role speaks, the phase allows it."""
    if participant.left_at:
        return refused(gettext_lazy("This seat was given up. Take another one with the code on the wall."))
    if participant.membership:
        decision = can_take_seat(participant.membership, participant.consultation)
        if not decision:
            return decision
    return phase_allows(participant.consultation, deed)


def phase_allows(consultation: Consultation, deed: Deed) -> Decision:
    """Say whether the phase of a consultation allows a deed; where not, say in which phases it is done."""
    phase = Phase(consultation.phase)
    if deed in MAY[phase]:
        return ALLOWED
    if phase == Phase.CLOSED:
        return refused(gettext_lazy("This consultation is closed. What was said and decided stays to be read."))
    phases = _(", ").join(str(each.label) for each in Phase if deed in MAY[each])
    values = {"phase": phase.label, "deed": capfirst(deed.label), "phases": phases}
    return refused(_("Now is the time to %(phase)s. “%(deed)s” belongs to: %(phases)s.") % values)
