"""The words of people and coalitions: roles, zones and what each opens; how doors open and close; who keeps people."""

from __future__ import annotations

from suivi.coalitions.rules.invitations import INVITATION_LASTS, InvitationState
from suivi.coalitions.rules.roles import (
    ROLES,
    Convenor,
    Coordinator,
    Custodian,
    Member,
    Nhri,
    Observer,
    Official,
    Role,
    Steering,
    Translator,
    Zone,
)
from suivi.coalitions.rules.signing import as_handle, session_has_ended
from suivi.coalitions.rules.verbs import VERBS

__all__ = [
    "INVITATION_LASTS",
    "ROLES",
    "VERBS",
    "Convenor",
    "Coordinator",
    "Custodian",
    "InvitationState",
    "Member",
    "Nhri",
    "Observer",
    "Official",
    "Role",
    "Steering",
    "Translator",
    "Zone",
    "as_handle",
    "session_has_ended",
]
