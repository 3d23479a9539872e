"""Who may put a motion, amend and end it, and who may give their voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consent.rules.words import TRANSITIONS, MotionState
from suivi.consultations.permissions import can_now, can_run_consultation, can_speak
from suivi.consultations.rules import Deed

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership, Organisation
    from suivi.consent.models import Motion
    from suivi.consultations.models import Consultation, Participant
    from suivi.consultations.presence import Visit


def can_put_motions(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether this member may put motions to everybody and write down what came of them."""
    return can_run_consultation(membership, consultation)


def can_move(membership: Membership | None, motion: Motion, verb: str) -> Decision:
    """Say whether this member may do with a motion what its table of states calls `verb`, from where it stands."""
    decision = can_put_motions(membership, motion.consultation)
    if decision and verb not in TRANSITIONS[MotionState(motion.state)].values():
        return refused(_("This cannot be done from where the motion stands now. Look at its page again."))
    return decision


def can_change(membership: Membership | None, motion: Motion) -> Decision:
    """Say whether this member may still change a motion without asking anybody again."""
    decision = can_put_motions(membership, motion.consultation)
    if decision and motion.state != MotionState.DRAFTED:
        return refused(_("Voices were asked for already. Amend it: then everybody is asked again."))
    return decision


def can_open(membership: Membership | None, motion: Motion, now: datetime) -> Decision:
    """Say whether this member may put a motion to everybody: its end must lie ahead."""
    decision = can_move(membership, motion, "open_motion")
    return decision and _lies_ahead(motion.closes_at, now)


def can_amend(membership: Membership | None, motion: Motion, closes_at: datetime, now: datetime) -> Decision:
    """Say whether this member may put a motion in other words to everybody once more, until `closes_at`."""
    decision = can_move(membership, motion, "amend_motion")
    return decision and _lies_ahead(closes_at, now)


def can_give_voice(participant: Participant, motion: Motion, now: datetime) -> Decision:
    """Say whether a participant may give their voice, or that of their organisation, at a moment."""
    return can_speak(participant, Deed.VOICE) and _is_asked(motion, participant.organisation, now)


def can_give_voice_now(visit: Visit, motion: Motion, now: datetime) -> Decision:
    """Say whether whoever visits may give a voice, also a member who would take a seat by doing so."""
    someone = visit.participant or visit.membership
    return can_now(visit, Deed.VOICE) and _is_asked(motion, someone.organisation if someone else None, now)


def _is_asked(motion: Motion, organisation: Organisation | None, now: datetime) -> Decision:
    if motion.has_run_out(now):
        return refused(_("The time for voices is over."))
    if not motion.is_open_at(now):
        return refused(_("Voices are not asked for at present."))
    if motion.by_organisation and not organisation:
        return refused(_("Here each organisation has one voice, and you are here for none."))
    return ALLOWED


def _lies_ahead(closes_at: datetime, now: datetime) -> Decision:
    return ALLOWED if now < closes_at else refused(_("The moment until which voices are given must lie ahead."))
