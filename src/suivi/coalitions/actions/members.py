"""What people are in a coalition, and for which organisation: changing it, ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.actions.closing import close_doors, close_place, lock_people
from suivi.coalitions.models import Organisation
from suivi.coalitions.permissions import can_change_role, can_end_membership, can_keep_people
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def add_organisation(*, name: str, by: Membership) -> Organisation:
    """Take an organisation into the coalition of whoever acts."""
    can_keep_people(by).require()
    made = Organisation.objects.create(coalition=by.coalition, name=name)
    tell(verb="add_organisation", thing=f"organisation:{made.key}", coalition=by.coalition.key, by=by)
    return made


@transaction.atomic
def rename_organisation(*, organisation: Organisation, name: str, by: Membership) -> Organisation:
    """Give an organisation another name."""
    can_keep_people(by).require()
    organisation.name = name
    organisation.save(update_fields=["name"])
    tell(
        verb="rename_organisation",
        thing=f"organisation:{organisation.key}",
        coalition=by.coalition.key,
        details={"fields": "name"},
        by=by,
    )
    return organisation


@transaction.atomic
def change_membership(
    *, whom: Membership, role_key: str, organisation: Organisation | None, at: datetime, by: Membership
) -> Membership:
    """Give a member another role, or organisation; the doors they opened close with the right to open them."""
    lock_people(whom=whom, by=by)
    can_change_role(by, whom, role_key).require()
    before = whom.role_key
    whom.role_key, whom.organisation = role_key, organisation
    whom.save(update_fields=["role_key", "organisation"])
    if not whom.role.keeps_people:
        close_doors(whom=whom, at=at, by=by)
    details = {"role_before": before, "role": role_key, "organisation": organisation.key if organisation else ""}
    tell(verb="change_membership", thing=f"membership:{whom.key}", coalition=whom.coalition.key, details=details, by=by)
    return whom


@transaction.atomic
def end_membership(*, whom: Membership, at: datetime, by: Membership) -> Membership:
    """End a membership: their sessions end now, and the doors they opened open nothing more."""
    lock_people(whom=whom, by=by)
    can_end_membership(by, whom).require()
    whom.ended_at = at
    whom.save(update_fields=["ended_at"])
    close_place(whom=whom, at=at, by=by)
    tell(verb="end_membership", thing=f"membership:{whom.key}", coalition=whom.coalition.key, by=by)
    return whom
