"""Handing over what one holds: a colleague becomes what one was, and nothing is left that nobody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.actions.closing import close_doors, close_place, lock_people
from suivi.coalitions.models import HandOver, Invitation, JoinLink
from suivi.coalitions.permissions.keeping import (
    can_accept_hand_over,
    can_answer_hand_over,
    can_hand_over_to,
    can_withdraw_hand_over,
)
from suivi.coalitions.rules import Member
from suivi.coalitions.rules.handing import HAND_OVER_LASTS, HandOverState
from suivi.coalitions.rules.invitations import ALIVE, InvitationState
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def offer_hand_over(*, taker: Membership, leaves: bool, at: datetime, by: Membership) -> HandOver:
    """Offer all one holds to a colleague; an older offer is withdrawn, and nothing changes until they accept."""
    can_hand_over_to(by, taker).require()
    by.hand_overs.filter(state=HandOverState.OFFERED).update(state=HandOverState.WITHDRAWN)
    made = HandOver.objects.create(giver=by, taker=taker, leaves=leaves, offered_at=at, expires_at=at + HAND_OVER_LASTS)
    return _told(made, "offer_hand_over", by)


@transaction.atomic
def accept_hand_over(*, offer: HandOver, at: datetime, by: Membership) -> Membership:
    """Take over what a colleague held: role, open invitations and links. They become a member, or leave."""
    giver = offer.giver
    lock_people(whom=giver, by=by)
    offer.refresh_from_db(fields=["state"])
    offer.taker.refresh_from_db(fields=["role_key", "ended_at", "frozen_at"])
    can_accept_hand_over(by, offer, at).require()
    taker, details = offer.taker, {"role": giver.role_key, "role_before": offer.taker.role_key}
    offer.state = HandOverState.ACCEPTED
    offer.save(update_fields=["state"])
    taker.role_key, giver.role_key = giver.role_key, Member.key
    giver.ended_at = at if offer.leaves else None
    taker.save(update_fields=["role_key"])
    giver.save(update_fields=["role_key", "ended_at"])
    _pass_doors(giver, taker)
    if offer.leaves:
        close_place(whom=giver, at=at, by=by)
    for each in (giver, taker):
        if not each.role.keeps_people:
            close_doors(whom=each, at=at, by=by)
    _told(offer, "accept_hand_over", by, details)
    return taker


@transaction.atomic
def decline_hand_over(*, offer: HandOver, at: datetime, by: Membership) -> HandOver:
    """Decline to take over what a colleague offers."""
    can_answer_hand_over(by, offer, at).require()
    offer.state = HandOverState.DECLINED
    offer.save(update_fields=["state"])
    return _told(offer, "decline_hand_over", by)


@transaction.atomic
def withdraw_hand_over(*, offer: HandOver, at: datetime, by: Membership) -> HandOver:
    """Withdraw one's own offer."""
    can_withdraw_hand_over(by, offer, at).require()
    offer.state = HandOverState.WITHDRAWN
    offer.save(update_fields=["state"])
    return _told(offer, "withdraw_hand_over", by)


def _pass_doors(giver: Membership, taker: Membership) -> None:
    """Let the doors that the giver opened be the taker's; where these vouched themselves, nobody second is left."""
    open_doors = Invitation.objects.filter(invited_by=giver, state__in=ALIVE)
    open_doors.filter(vouched_by=taker).update(state=InvitationState.WITHDRAWN)
    open_doors.update(invited_by=taker)
    JoinLink.objects.filter(opened_by=giver, withdrawn_at=None).update(opened_by=taker)


def _told(offer: HandOver, verb: str, by: Membership, details: dict[str, str] | None = None) -> HandOver:
    told = {"to": offer.taker.key, **(details or {})}
    coalition = offer.giver.coalition.key
    tell(verb=verb, thing=f"membership:{offer.giver.key}", coalition=coalition, details=told, by=by)
    return offer
