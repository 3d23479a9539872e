"""People (pseudonyms welcome), coalitions, their organisations, who is what in which, and the doors between."""

from __future__ import annotations

from suivi.coalitions.models.doors import Invitation, InvitationQuerySet
from suivi.coalitions.models.memberships import Coalition, Membership, MembershipQuerySet, Organisation, make_key
from suivi.coalitions.models.people import HandleField, Person, PersonManager

__all__ = [
    "Coalition",
    "HandleField",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Organisation",
    "Person",
    "PersonManager",
    "make_key",
]
