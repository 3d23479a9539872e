"""What dies with a place: sessions, invitations, links, ways back, and what its holder asked or offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from suivi.coalitions.actions.accounts import end_sessions
from suivi.coalitions.models import Ask, Coalition, HandOver, Invitation, JoinLink
from suivi.coalitions.rules.freezing import AskState
from suivi.coalitions.rules.handing import HandOverState
from suivi.coalitions.rules.invitations import ALIVE, InvitationState

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def lock_people(*, whom: Membership, by: object) -> None:  # noqa: ARG001  whoever acts tells why
    """Let nobody else change who keeps people here until we are done, and look at what `whom` is now."""
    Coalition.objects.select_for_update().get(pk=whom.coalition_id)
    whom.refresh_from_db(fields=["role_key", "ended_at", "frozen_at"])


@transaction.atomic
def close_doors(*, whom: Membership, at: datetime, by: object) -> None:  # noqa: ARG001  whoever acts tells why
    """Close every door that somebody opened with the right to keep people, and take back what they asked."""
    Invitation.objects.filter(invited_by=whom, state__in=ALIVE).update(state=InvitationState.WITHDRAWN)
    JoinLink.objects.filter(opened_by=whom, withdrawn_at=None).update(withdrawn_at=at)
    Ask.objects.filter(asked_by=whom, state=AskState.ASKED).update(state=AskState.WITHDRAWN)


@transaction.atomic
def close_place(*, whom: Membership, at: datetime, by: object) -> None:
    """End the sessions of somebody whose place ends or is frozen, and everything that hangs on it."""
    close_doors(whom=whom, at=at, by=by)
    whom.ways_back.filter(state__in=ALIVE).update(state=InvitationState.WITHDRAWN)
    Ask.objects.filter(membership=whom, state=AskState.ASKED).update(state=AskState.WITHDRAWN)
    offers = HandOver.objects.filter(Q(giver=whom) | Q(taker=whom), state=HandOverState.OFFERED)
    offers.update(state=HandOverState.WITHDRAWN)
    end_sessions(person=whom.person, but="", by=by)
