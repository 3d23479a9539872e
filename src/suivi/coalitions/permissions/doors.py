"""Who may open doors into a coalition, vouch, let newcomers in, and what a door opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.permissions.people import can_keep_people
from suivi.coalitions.queries.keeping import is_kept_by_one
from suivi.coalitions.queries.people import has_place
from suivi.coalitions.rules.invitations import ALIVE, InvitationState
from suivi.coalitions.rules.joining import JoinState
from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Invitation, JoinLink, JoinRequest, Membership, Person

OPENS_NOTHING = _("This link does not open anything now. Ask whoever gave it to you.")
"""Used up, withdrawn, too old, not vouched for yet and never made are one answer."""


def can_invite_many(membership: Membership | None) -> Decision:
    """Say whether this member may open doors for many at once: not before a second person keeps the coalition."""
    decision = can_keep_people(membership)
    if decision and is_kept_by_one(membership):
        return refused(
            _("You alone keep the people here. First invite a second coordinator or custodian, then many at once.")
        )
    return decision


def can_withdraw_invitation(membership: Membership | None, invitation: Invitation, now: datetime) -> Decision:
    """Say whether this member may withdraw an invitation."""
    if invitation.stands_at(now) not in ALIVE:
        return refused(_("This invitation no longer opens anything."))
    return can_keep_people(membership)


def can_vouch(membership: Membership | None) -> Decision:
    """Say whether this member may vouch for invitations that others made."""
    if membership and membership.role.contributes and membership.role.sees_coalition:
        return ALLOWED
    return refused(_("Only members who write in the coalition's name vouch for others."))


def can_vouch_for(membership: Membership | None, invitation: Invitation, now: datetime) -> Decision:
    """Say whether this member may be the second who stands behind an invitation."""
    if invitation.stands_at(now) != InvitationState.UNVOUCHED:
        return refused(_("This invitation does not wait for anybody to vouch."))
    if membership and membership.pk == invitation.invited_by_id:
        return refused(_("You made this invitation. Somebody else vouches for it."))
    return can_vouch(membership)


def can_accept_invitation(invitation: Invitation | None, person: Person | None, now: datetime) -> Decision:
    """Say whether an invitation still opens its door, to somebody new (None) or to a person signed in.

    It dies with the right of its inviter to invite, and with the place of whoever vouched.
    """
    if not invitation or not _opens(invitation, now):
        return refused(OPENS_NOTHING)
    return _not_there_yet(person, invitation) if person else ALLOWED


def can_ask_to_join(link: JoinLink | None, person: Person | None, now: datetime) -> Decision:
    """Say whether somebody may ask to join by a link. `link.asked` says how many did (see the queries)."""
    opener = link.opened_by if link else None
    if not link or not opener or link.withdrawn_at or link.expires_at <= now:
        return refused(OPENS_NOTHING)
    if not opener.is_active or not opener.role.keeps_people or link.asked >= link.places:  # type: ignore[attr-defined]
        return refused(OPENS_NOTHING)
    return _not_there_yet(person, link) if person else ALLOWED


def can_decide_on(membership: Membership | None, request: JoinRequest) -> Decision:
    """Say whether this member may decline somebody who came by a link."""
    if request.state != JoinState.WAITING:
        return refused(_("This is decided already."))
    return can_keep_people(membership)


def can_approve(membership: Membership | None, request: JoinRequest) -> Decision:
    """Say whether this member may let somebody in; by their own link only where the coalition asks for no second."""
    mine = membership and membership.pk == request.link.opened_by_id
    if mine and request.link.coalition.asks_vouching:
        return refused(_("They came by your own link, and your coalition asks for a second member. Ask a colleague."))
    return can_decide_on(membership, request)


def _opens(invitation: Invitation, now: datetime) -> bool:
    inviter, place, voucher = invitation.invited_by, invitation.replaces, invitation.vouched_by
    return (
        invitation.stands_at(now) == InvitationState.OPEN
        and inviter.is_active
        and inviter.role.keeps_people
        and (voucher is None or voucher.is_active)
        and (place is None or place.is_active)
    )


def _not_there_yet(person: Person, door: Invitation | JoinLink) -> Decision:
    if has_place(person, door.coalition):
        return refused(_("You belong to this coalition already."))
    return ALLOWED
