"""Who may change the record, and who may keep views of it. Everybody signed in may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.record.models import SavedView


def can_change_record(membership: Membership | None) -> Decision:
    """Say whether this member may import documents and correct what was read."""
    if membership and membership.role.keeps_record:
        return ALLOWED
    return refused(_("Only coordinators and convenors change the record. Ask one of them in your coalition."))


def can_save_view(membership: Membership | None) -> Decision:
    """Say whether this member may keep a search under a name."""
    if membership and membership.role.contributes:
        return ALLOWED
    return refused(_("Observers and guests read and search; keeping views is for members."))


def can_change_view(membership: Membership | None, view: SavedView) -> Decision:
    """Say whether this member may rename a view or show it to the coalition: its owner may."""
    if membership and membership.person_id == view.owner_id:
        return can_save_view(membership)
    return refused(_("Only whoever saved a view changes it."))


def can_remove_view(membership: Membership | None, view: SavedView) -> Decision:
    """Say whether this member may remove a view: its owner, and of those shown to all also whoever keeps the record."""
    if membership and membership.role.keeps_record and view.for_coalition:
        return ALLOWED
    return can_change_view(membership, view)
