"""Proposing strategies, rewording one's own, and where they go: forward, back, withdrawn, adopted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from suivi.common.decisions import refused
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.permissions import can_run_consultation
from suivi.discussions.actions.telling import leave_word, tell_of
from suivi.discussions.models import Follow, Strategy, Thread, Wording
from suivi.discussions.permissions import (
    can_propose,
    can_put_back_strategy,
    can_put_forward,
    can_reword,
    can_withdraw_strategy,
    visit_of,
)
from suivi.discussions.rules.proposals import Proposal
from suivi.discussions.rules.strategies import StrategyState, may_become
from suivi.discussions.rules.words import NoticeKind
from suivi.discussions.sentences import OFF_THE_TABLE
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership

WORDED = ("title", "objective", "target", "doers", "due_on")
PLACED = ("area", "language", "cluster")


@transaction.atomic
def draft_strategy(*, proposal: Proposal, propose: bool = True, at: datetime, by: Participant) -> Strategy:
    """Keep a strategy as a draft that only its author reads, or put it on the table at once."""
    can_propose(visit_of(by)).require()
    Consultation.objects.select_for_update(no_key=True).get(pk=by.consultation_id)  # numbers without gaps
    last = Strategy.objects.filter(consultation=by.consultation).aggregate(last=Max("number"))["last"]
    strategy = Strategy(consultation=by.consultation, number=(last or 0) + 1, proposed_by=by)
    strategy.drafted_at = strategy.moved_at = at
    _word(strategy, proposal)
    strategy.save(force_insert=True)
    strategy.recommendations.set(proposal.recommendations)
    keep_wording(strategy=strategy, at=at, by=by)
    tell_of(verb="draft_strategy", thing=f"strategy:{strategy.key}", by=by)
    return propose_strategy(strategy=strategy, at=at, by=by) if propose else strategy


@transaction.atomic
def propose_strategy(*, strategy: Strategy, at: datetime, by: Participant) -> Strategy:
    """Put one's draft on the table, with a thread to talk about it, which its proposer follows."""
    strategy = lock_strategy(strategy=strategy, by=by)
    (can_reword(visit_of(by), strategy) and can_propose(visit_of(by))).require()
    strategy.proposed_at = at
    thread, _made = Thread.objects.get_or_create(
        consultation=strategy.consultation,
        strategy=strategy,
        defaults={"begun_by": by, "begun_at": at, "moved_at": at},
    )
    Follow.objects.get_or_create(participant=by, thread=thread, defaults={"began_at": at, "seen_at": at})
    return move_strategy(strategy=strategy, to=StrategyState.PROPOSED, verb="propose_strategy", at=at, by=by)


@transaction.atomic
def reword_strategy(*, strategy: Strategy, proposal: Proposal, at: datetime, by: Participant) -> Strategy:
    """Change one's own strategy; each wording that others could read is kept."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_reword(visit_of(by), strategy).require()
    before = {name: getattr(strategy, name) for name in WORDED}
    _word(strategy, proposal)
    strategy.recommendations.set(proposal.recommendations)
    changed = [name for name in WORDED if getattr(strategy, name) != before[name]]
    strategy.save(update_fields=[*WORDED, *PLACED])
    if changed and strategy.is_draft:
        strategy.wordings.all().delete()
        keep_wording(strategy=strategy, at=at, by=by)
    elif changed:
        strategy.wording += 1
        keep_wording(strategy=strategy, at=at, by=by)
    return note_rewording(strategy=strategy, fields=changed, verb="reword_strategy", at=at, by=by)


@transaction.atomic
def put_forward(*, strategy: Strategy, at: datetime, by: Participant) -> Strategy:
    """Say that a strategy has been talked through and goes to decision."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_put_forward(visit_of(by), strategy).require()
    return move_strategy(strategy=strategy, to=StrategyState.SUPPORTED, verb="put_forward", at=at, by=by)


@transaction.atomic
def take_back(*, strategy: Strategy, at: datetime, by: Participant) -> Strategy:
    """Take a strategy that was put forward back into discussion."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_put_forward(visit_of(by), strategy).require()
    return move_strategy(strategy=strategy, to=StrategyState.PROPOSED, verb="take_back", at=at, by=by)


@transaction.atomic
def withdraw_strategy(*, strategy: Strategy, why: str = "", at: datetime, by: Participant) -> Strategy:
    """Take a strategy off the table; where somebody else than its proposer does it, they are told why."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_withdraw_strategy(visit_of(by), strategy).require()
    strategy.former_state = strategy.state
    strategy.withdrawn_why = why if strategy.proposed_by_id != by.pk else ""
    leave_word(kind=NoticeKind.STRATEGY_WITHDRAWN, to=strategy.proposed_by, strategy=strategy, at=at, by=by)
    return move_strategy(strategy=strategy, to=StrategyState.WITHDRAWN, verb="withdraw_strategy", at=at, by=by)


@transaction.atomic
def put_back_strategy(*, strategy: Strategy, at: datetime, by: Participant) -> Strategy:
    """Put a withdrawn strategy back: a draft as a draft, all others on the table."""
    strategy = lock_strategy(strategy=strategy, by=by)
    can_put_back_strategy(visit_of(by), strategy).require()
    strategy.withdrawn_why, strategy.former_state = "", ""
    to = StrategyState.DRAFTED if strategy.is_draft else StrategyState.PROPOSED
    return move_strategy(strategy=strategy, to=to, verb="put_back_strategy", at=at, by=by)


@transaction.atomic
def adopt_strategy(*, strategy: Strategy, at: datetime, by: Membership | Participant) -> Strategy:
    """Note that the consultation decided for a strategy. Called where it is decided, by those who run it."""
    membership = by.membership if isinstance(by, Participant) else by
    can_run_consultation(membership, strategy.consultation).require()
    strategy = lock_strategy(strategy=strategy, by=by)
    strategy.adopted_at = at
    return move_strategy(strategy=strategy, to=StrategyState.ADOPTED, verb="adopt_strategy", at=at, by=by)


def lock_strategy(*, strategy: Strategy, by: object) -> Strategy:  # noqa: ARG001  actions say by whom
    """Return the strategy as it stands now, locked for whoever acts."""
    related = ("proposed_by", "cluster", "consultation__coalition")
    return Strategy.objects.select_for_update(of=("self",)).select_related(*related).get(pk=strategy.pk)


def keep_wording(*, strategy: Strategy, at: datetime, amendment: Any = None, by: Participant) -> Wording:
    """Keep how a strategy reads now under the number of its wording."""
    texts = {name: getattr(strategy, name) for name in WORDED}
    number = strategy.wording
    return strategy.wordings.create(number=number, written_by=by, written_at=at, amendment=amendment, **texts)


def note_rewording(*, strategy: Strategy, fields: Sequence[str], verb: str, at: datetime, by: Participant) -> Strategy:
    """Let a reworded strategy stand as amended; a draft stays a draft."""
    strategy.save(update_fields=["wording"])
    if fields and may_become(strategy.state, StrategyState.AMENDED):
        return move_strategy(strategy=strategy, to=StrategyState.AMENDED, verb=verb, fields=fields, at=at, by=by)
    strategy.moved_at = at
    strategy.save(update_fields=["moved_at"])
    tell_of(verb=verb, thing=f"strategy:{strategy.key}", details={"fields": list(fields)}, by=by)
    return strategy


def move_strategy(
    *,
    strategy: Strategy,
    to: StrategyState,
    verb: str,
    fields: Sequence[str] = (),
    at: datetime,
    by: Membership | Participant,
) -> Strategy:
    """Bring a strategy into another state, where its table of transitions allows it, and tell it."""
    if not may_become(strategy.state, to):
        refused(OFF_THE_TABLE).require()
    strategy.state, strategy.moved_at = to, at
    moved = ("state", "former_state", "moved_at", "proposed_at", "adopted_at", "withdrawn_why", "merged_into")
    strategy.save(update_fields=moved)
    details = {"consultation": strategy.consultation.key, "state": str(to), "fields": list(fields)}
    coalition = strategy.consultation.coalition.key
    tell(verb=verb, thing=f"strategy:{strategy.key}", coalition=coalition, details=details, by=by)
    return strategy


def _word(strategy: Strategy, proposal: Proposal) -> None:
    for name in (*WORDED, *PLACED):
        setattr(strategy, name, getattr(proposal, name))
