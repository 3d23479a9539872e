"""People (pseudonyms welcome), coalitions, their organisations, who is what in which, and the doors between."""

from __future__ import annotations

from suivi.coalitions.models.doors import (
    Invitation,
    InvitationQuerySet,
    JoinLink,
    JoinLinkQuerySet,
    JoinRequest,
)
from suivi.coalitions.models.keeping import Ask, AskQuerySet, HandOver, HandOverQuerySet, Silence
from suivi.coalitions.models.memberships import Coalition, Membership, MembershipQuerySet, Organisation, make_key
from suivi.coalitions.models.people import HandleField, Person, PersonManager

__all__ = [
    "Ask",
    "AskQuerySet",
    "Coalition",
    "HandOver",
    "HandOverQuerySet",
    "HandleField",
    "Invitation",
    "InvitationQuerySet",
    "JoinLink",
    "JoinLinkQuerySet",
    "JoinRequest",
    "Membership",
    "MembershipQuerySet",
    "Organisation",
    "Person",
    "PersonManager",
    "Silence",
    "make_key",
]
