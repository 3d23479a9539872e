"""Who is signed in for which coalition, who belongs to it and keeps it, and what its doors open."""

from __future__ import annotations

from suivi.coalitions.queries.doors import invitation_with, open_invitations_of
from suivi.coalitions.queries.people import (
    CHOSEN,
    current_membership,
    has_place,
    members_of,
    memberships_of,
    organisations_of,
    places_of,
)
from suivi.coalitions.queries.signing import factors_of, has_second_factor, hash_of, sessions_of

__all__ = [
    "CHOSEN",
    "current_membership",
    "factors_of",
    "has_place",
    "has_second_factor",
    "hash_of",
    "invitation_with",
    "members_of",
    "memberships_of",
    "open_invitations_of",
    "organisations_of",
    "places_of",
    "sessions_of",
]
