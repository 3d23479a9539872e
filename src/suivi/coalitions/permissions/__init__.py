"""Who may see the people of a coalition, who keeps them, who opens doors, and what takes two."""

from __future__ import annotations

from suivi.coalitions.permissions.doors import can_accept_invitation, can_withdraw_invitation
from suivi.coalitions.permissions.people import (
    can_change_membership,
    can_change_role,
    can_end_membership,
    can_keep_people,
    can_see_people,
)

__all__ = [
    "can_accept_invitation",
    "can_change_membership",
    "can_change_role",
    "can_end_membership",
    "can_keep_people",
    "can_see_people",
    "can_withdraw_invitation",
]
