"""Suggesting other wordings of a strategy, and deciding about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.common.decisions import refused
from suivi.discussions.actions.strategies import keep_wording, lock_strategy, note_rewording
from suivi.discussions.actions.telling import leave_word, tell_of
from suivi.discussions.models import Amendment
from suivi.discussions.permissions import can_decide_amendment, can_suggest, can_withdraw_amendment, visit_of
from suivi.discussions.rules.amendments import AmendmentState
from suivi.discussions.rules.words import NoticeKind
from suivi.discussions.sentences import REWORDED_SINCE

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Participant
    from suivi.discussions.models import Strategy


@transaction.atomic
def suggest_amendment(
    *, strategy: Strategy, field: str, after: str, why: str, at: datetime, by: Participant
) -> Amendment:
    """Suggest how one field of a strategy should read; whoever proposed it is told."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_suggest(visit_of(by), strategy).require()
    made = Amendment(strategy=strategy, field=field, after=after, why=why, suggested_by=by, suggested_at=at)
    made.before = getattr(strategy, field)
    made.save(force_insert=True)
    leave_word(kind=NoticeKind.SUGGESTED, to=strategy.proposed_by, strategy=strategy, amendment=made, at=at, by=by)
    tell_of(verb="suggest_amendment", thing=f"strategy:{strategy.key}", details={"fields": [field]}, by=by)
    return made


@transaction.atomic
def accept_amendment(*, amendment: Amendment, wording: int, why: str = "", at: datetime, by: Participant) -> Amendment:
    """Let a strategy read as suggested. `wording` is the number of the wording that was on the decider's screen."""
    amendment = _locked(amendment, by)
    can_decide_amendment(visit_of(by), amendment).require()
    strategy = amendment.strategy
    if strategy.wording != wording:
        refused(REWORDED_SINCE).require()
    setattr(strategy, amendment.field, amendment.after)
    strategy.wording += 1
    strategy.save(update_fields=[amendment.field])
    keep_wording(strategy=strategy, at=at, amendment=amendment, by=amendment.suggested_by)
    _decide(amendment, AmendmentState.ACCEPTED, why, at, by)
    note_rewording(strategy=strategy, fields=[amendment.field], verb="accept_amendment", at=at, by=by)
    return amendment


@transaction.atomic
def decline_amendment(*, amendment: Amendment, why: str, at: datetime, by: Participant) -> Amendment:
    """Leave a strategy as it reads, and say why."""
    amendment = _locked(amendment, by)
    can_decide_amendment(visit_of(by), amendment).require()
    _decide(amendment, AmendmentState.DECLINED, why, at, by)
    tell_of(verb="decline_amendment", thing=f"strategy:{amendment.strategy.key}", by=by)
    return amendment


@transaction.atomic
def withdraw_amendment(*, amendment: Amendment, at: datetime, by: Participant) -> Amendment:
    """Take one's own suggestion back."""
    amendment = _locked(amendment, by)
    can_withdraw_amendment(visit_of(by), amendment).require()
    amendment.notices.filter(kind=NoticeKind.SUGGESTED).delete()
    amendment.state, amendment.decided_by, amendment.decided_at = AmendmentState.WITHDRAWN, by, at
    amendment.save(update_fields=["state", "decided_by", "decided_at"])
    tell_of(verb="withdraw_amendment", thing=f"strategy:{amendment.strategy.key}", by=by)
    return amendment


def _decide(amendment: Amendment, state: AmendmentState, why: str, at: datetime, by: Participant) -> None:
    amendment.state, amendment.decided_by, amendment.decided_at, amendment.decided_why = state, by, at, why
    amendment.save(update_fields=["state", "decided_by", "decided_at", "decided_why"])
    amendment.notices.filter(kind=NoticeKind.SUGGESTED, seen_at=None).update(seen_at=at)
    leave_word(
        kind=NoticeKind.DECIDED,
        to=amendment.suggested_by,
        strategy=amendment.strategy,
        amendment=amendment,
        at=at,
        by=by,
    )


def _locked(amendment: Amendment, by: Participant) -> Amendment:
    """Return the suggestion with its strategy, both locked: the strategy first, as everywhere."""
    strategy = lock_strategy(strategy=amendment.strategy, by=by)
    found = Amendment.objects.select_for_update(of=("self",)).select_related("suggested_by").get(pk=amendment.pk)
    found.strategy = strategy
    return found
