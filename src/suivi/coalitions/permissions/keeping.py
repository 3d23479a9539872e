"""What takes two: who may ask, agree, freeze, open again, and hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.permissions.people import TWO_KEEP, can_keep_people, still_a_member
from suivi.coalitions.queries.keeping import may_lose, may_pass
from suivi.coalitions.rules import Member
from suivi.coalitions.rules.freezing import AskState, Wish
from suivi.coalitions.rules.handing import HandOverState
from suivi.coalitions.rules.opening import flags_of
from suivi.common.decisions import ALLOWED, Decision, refused

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Ask, HandOver, Membership, Silence


def can_ask_to_freeze(membership: Membership | None, whom: Membership) -> Decision:
    """Say whether this member may ask that the place of `whom` be frozen. Nobody is frozen by one alone."""
    if membership and membership.pk == whom.pk:
        return refused(_("This is your own place. You can leave the coalition, or hand over what you hold."))
    decision = can_keep_people(membership) and still_a_member(whom)
    if decision and not may_lose(whom):
        return refused(_("Two people must go on keeping the coalition. First make one more coordinator or custodian."))
    return decision


def can_ask_to_unfreeze(membership: Membership | None, whom: Membership) -> Decision:
    """Say whether this member may ask that the frozen place of `whom` be opened again."""
    if whom.ended_at or not whom.frozen_at:
        return refused(_("This place is not frozen."))
    return can_keep_people(membership)


def can_agree(membership: Membership | None, ask: Ask, now: datetime) -> Decision:
    """Say whether this member is a second who may agree to what another asked."""
    if ask.stands_at(now) != AskState.ASKED or not ask.asked_by.is_active or not ask.asked_by.role.keeps_people:
        return refused(_("Nobody asks for this any more."))
    if membership and membership.pk == ask.asked_by_id:
        return refused(_("You asked for this. Somebody else must agree."))
    if membership and membership.pk == ask.membership_id:
        return refused(_("This is about your own place. Somebody else decides."))
    if ask.wish == Wish.FREEZE:
        return can_ask_to_freeze(membership, ask.membership)
    return can_ask_to_unfreeze(membership, ask.membership)


def can_withdraw_ask(membership: Membership | None, ask: Ask, now: datetime) -> Decision:
    """Say whether this member may take back, or decline, what was asked about a colleague."""
    if ask.stands_at(now) != AskState.ASKED:
        return refused(_("Nobody asks for this any more."))
    if membership and membership.pk == ask.membership_id:
        return refused(_("This is about your own place. Somebody else decides."))
    return can_keep_people(membership)


def can_agree_to_silence(membership: Membership | None, silence: Silence) -> Decision:
    """Say whether this member may agree that a colleague is frozen after a time of silence."""
    if silence.agreed_at:
        return refused(_("Somebody has agreed to this already."))
    if membership and membership.pk == silence.membership_id:
        return refused(_("This is your own wish. Somebody else agrees to it."))
    return can_keep_people(membership) and still_a_member(silence.membership)


def can_hand_over(membership: Membership | None) -> Decision:
    """Say whether this member holds something that others lack, and could hand over."""
    if membership and flags_of(membership.role) - flags_of(Member):
        return ALLOWED
    return refused(_("Your role opens nothing that a member's does not, so there is nothing to hand over."))


def can_hand_over_to(membership: Membership, taker: Membership) -> Decision:
    """Say whether this member may offer all they hold to a colleague."""
    if taker.pk == membership.pk or not taker.is_active or not taker.role.contributes:
        return refused(_("This must be somebody else who takes part in the coalition's work."))
    decision = can_hand_over(membership)
    if decision and not may_pass(membership, taker):
        return refused(TWO_KEEP)
    return decision


def can_accept_hand_over(membership: Membership | None, offer: HandOver, now: datetime) -> Decision:
    """Say whether this member may take over what a colleague offers to them."""
    answer = can_answer_hand_over(membership, offer, now)
    return answer and can_hand_over_to(offer.giver, offer.taker)


def can_answer_hand_over(membership: Membership | None, offer: HandOver, now: datetime) -> Decision:
    """Say whether this member is the one who is asked, and the offer still stands."""
    if not membership or membership.pk != offer.taker_id:
        return refused(_("This was offered to somebody else."))
    if offer.stands_at(now) != HandOverState.OFFERED or not offer.giver.is_active:
        return refused(_("This offer no longer stands."))
    return ALLOWED


def can_withdraw_hand_over(membership: Membership | None, offer: HandOver, now: datetime) -> Decision:
    """Say whether this member may withdraw an offer: their own, as long as nobody answered."""
    if not membership or membership.pk != offer.giver_id or offer.stands_at(now) != HandOverState.OFFERED:
        return refused(_("This offer no longer stands."))
    return ALLOWED
