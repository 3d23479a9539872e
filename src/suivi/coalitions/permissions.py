"""Who may see the people of a coalition, and who keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.queries import keeps_alone, memberships_of
from suivi.coalitions.rules import InvitationState
from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Invitation, Membership, Person


def can_see_people(membership: Membership | None) -> Decision:
    """Say whether this member may see who belongs to the coalition."""
    if membership and membership.role.sees_coalition:
        return ALLOWED
    return refused(_("Only members see who belongs to the coalition; partners and guests do not."))


def can_keep_people(membership: Membership | None) -> Decision:
    """Say whether this member may invite people, name organisations and change what people are."""
    if membership and membership.role.keeps_people:
        return ALLOWED
    return refused(_("Only coordinators and custodians keep people. Ask one of them in your coalition."))


def can_change_membership(membership: Membership | None, whom: Membership) -> Decision:
    """Say whether this member may change the role or the organisation of `whom`, a member of the same coalition."""
    return can_keep_people(membership) and _still_a_member(whom)


def can_change_role(membership: Membership | None, whom: Membership, role_key: str) -> Decision:
    """Say whether `whom` may be given this role: somebody who keeps people must remain."""
    decision = can_change_membership(membership, whom)
    if decision and role_key != whom.role_key and keeps_alone(whom):
        return refused(_("Nobody else keeps people here. First make somebody else coordinator or custodian."))
    return decision


def can_end_membership(membership: Membership | None, whom: Membership) -> Decision:
    """Say whether this member may end the membership of `whom`: one's own, or with the right to keep people."""
    mine = membership and membership.pk == whom.pk
    decision = _still_a_member(whom) if mine else can_change_membership(membership, whom)
    if decision and keeps_alone(whom):
        return refused(_("Nobody else keeps people here. First make somebody else coordinator or custodian."))
    return decision


def can_withdraw_invitation(membership: Membership | None, invitation: Invitation, now: datetime) -> Decision:
    """Say whether this member may withdraw an invitation."""
    if invitation.stands_at(now) != InvitationState.OPEN:
        return refused(_("This invitation no longer opens anything."))
    return can_keep_people(membership)


def can_accept_invitation(invitation: Invitation | None, person: Person | None, now: datetime) -> Decision:
    """Say whether an invitation still opens its door, to somebody new (None) or to a person signed in.

    Used up, withdrawn, too old and never made are one answer. It dies with the right of its inviter to invite.
    """
    if not invitation or not _opens(invitation, now):
        return refused(_("This invitation no longer opens anything. Ask whoever gave it to you for a new one."))
    if person and memberships_of(person).filter(coalition_id=invitation.coalition_id).exists():
        return refused(_("You belong to this coalition already."))
    return ALLOWED


def _opens(invitation: Invitation, now: datetime) -> bool:
    inviter, place = invitation.invited_by, invitation.replaces
    return (
        invitation.stands_at(now) == InvitationState.OPEN
        and inviter.ended_at is None
        and inviter.person.is_active
        and inviter.role.keeps_people
        and (place is None or place.ended_at is None)
    )


def _still_a_member(whom: Membership) -> Decision:
    return refused(_("This membership has ended.")) if whom.ended_at else ALLOWED
