"""Inviting many at once by a list: a single invitation for each, with the organisations that are new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.actions.invitations import invite
from suivi.coalitions.actions.members import add_organisation
from suivi.coalitions.permissions.doors import can_invite_many
from suivi.coalitions.queries.people import organisations_of
from suivi.common.normalise import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from suivi.coalitions.models import Invitation, Membership
    from suivi.coalitions.rules.lists import Row


@transaction.atomic
def invite_list(*, rows: Sequence[Row], at: datetime, by: Membership) -> list[tuple[Invitation, str]]:
    """Make an invitation for each row in which nothing is wrong; return each with its token, shown this once."""
    can_invite_many(by).require()
    organisations = {plain(each.name): each for each in organisations_of(by.coalition)}
    made = []
    for row in rows:
        if row.wrong:
            continue
        name = plain(row.organisation)
        if name and name not in organisations:
            organisations[name] = add_organisation(name=row.organisation, by=by)
        invitation, token = invite(
            meant_for=row.name,
            role_key=row.role_key,
            organisation=organisations.get(name),
            language=row.language,
            at=at,
            by=by,
        )
        made.append((invitation, token))
    return made
