"""A second member stands behind each invitation, where the coalition asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.models import Coalition, Invitation
from suivi.coalitions.permissions.doors import can_vouch_for
from suivi.coalitions.permissions.people import can_keep_people
from suivi.coalitions.rules.invitations import InvitationState
from suivi.history.actions import tell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def vouch_for(*, invitations: Iterable[Invitation], at: datetime, by: Membership) -> int:
    """Stand behind invitations that others made: from now on they open their door. Return how many they are."""
    wanted = [each.pk for each in invitations]
    found = Invitation.objects.select_for_update(of=("self",)).filter(pk__in=wanted, coalition=by.coalition)
    for invitation in found:
        can_vouch_for(by, invitation, at).require()
        invitation.state, invitation.vouched_by = InvitationState.OPEN, by
        invitation.save(update_fields=["state", "vouched_by"])
        tell(verb="vouch_for", thing=f"invitation:{invitation.key}", coalition=by.coalition.key, by=by)
    return len(found)


@transaction.atomic
def set_vouching(*, asks: bool, by: Membership) -> Coalition:
    """Let the coalition ask for a second member at each invitation from now on, or no longer ask."""
    can_keep_people(by).require()
    coalition = Coalition.objects.select_for_update().get(pk=by.coalition_id)
    if coalition.asks_vouching != asks:
        coalition.asks_vouching = asks
        coalition.save(update_fields=["asks_vouching"])
        verb = "ask_for_vouching" if asks else "stop_asking_for_vouching"
        tell(verb=verb, thing=f"coalition:{coalition.key}", coalition=coalition.key, by=by)
    return coalition
