"""Who may see the people of a coalition, and who keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.queries.keeping import may_lose
from suivi.coalitions.rules import ROLES
from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership

TWO_KEEP = _("At least two people keep the coalition. First make somebody else coordinator or custodian.")


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
    return can_keep_people(membership) and still_a_member(whom)


def can_change_role(membership: Membership | None, whom: Membership, role_key: str) -> Decision:
    """Say whether `whom` may be given this role: two who keep people must remain."""
    decision = can_change_membership(membership, whom)
    if decision and not ROLES[role_key].keeps_people and not may_lose(whom):
        return refused(TWO_KEEP)
    return decision


def can_end_membership(membership: Membership | None, whom: Membership) -> Decision:
    """Say whether this member may end the membership of `whom`: one's own, or with the right to keep people."""
    mine = membership and membership.pk == whom.pk
    decision = has_not_ended(whom) if mine else can_keep_people(membership) and has_not_ended(whom)
    if decision and not may_lose(whom):
        return refused(TWO_KEEP)
    return decision


def has_not_ended(whom: Membership) -> Decision:
    """Say whether somebody still has a place, be it frozen."""
    return refused(_("This membership has ended.")) if whom.ended_at else ALLOWED


def still_a_member(whom: Membership) -> Decision:
    """Say whether somebody has a place that is neither over nor frozen."""
    if whom.frozen_at and not whom.ended_at:
        return refused(_("This place is frozen. Two of those who keep people can open it again."))
    return has_not_ended(whom)
