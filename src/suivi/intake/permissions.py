"""Who may bring documents, and when what they brought may be confirmed or discarded."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Membership
from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.intake.models import Import
from suivi.intake.queries import files_that_wait, open_imports
from suivi.intake.rules import OPEN, OPEN_AT_ONCE, ImportState
from suivi.record.permissions import can_change_record


def can_bring_files(membership: Membership | None) -> Decision:
    """Say whether this member may bring documents now."""
    decision = can_change_record(membership)
    if decision and membership and open_imports(membership.coalition) >= OPEN_AT_ONCE:
        return refused(_("Too many imports wait already. Confirm or discard some of them first."))
    return decision


def can_see_import(membership: Membership | None, intake: Import) -> Decision:
    """Say whether this member may see an import; who may not is told that it does not exist."""
    decision = can_change_record(membership)
    if decision and membership and membership.coalition_id != intake.coalition_id:
        return refused(_("This import belongs to another coalition."))
    return decision


def can_say_more(membership: Membership | None, intake: Import) -> Decision:
    """Say whether this member may say which review a document belongs to, or what its columns hold."""
    decision = can_see_import(membership, intake)
    if decision and intake.state != ImportState.CHECKED:
        return refused(_("This can be said while the import waits for your look."))
    return decision


def can_confirm_import(membership: Membership | None, intake: Import) -> Decision:
    """Say whether what was read may go into the record."""
    decision = can_say_more(membership, intake)
    if not decision:
        return decision
    if files_that_wait(intake):
        return refused(_("First say what is asked about each document."))
    if not intake.reviews.exists():
        return refused(_("Nothing in these documents belongs to a review."))
    return ALLOWED


def can_discard_import(membership: Membership | None, intake: Import) -> Decision:
    """Say whether an import may be discarded, or broken off where it is being applied."""
    decision = can_see_import(membership, intake)
    if decision and intake.state not in OPEN:
        return refused(_("This import has ended."))
    return decision
