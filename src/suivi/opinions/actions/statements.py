"""Statements: put on the map by those who take part or by those who run it, let through and held back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import refused
from suivi.history.actions import tell
from suivi.opinions.models import Statement
from suivi.opinions.permissions import can_prepare, can_state
from suivi.opinions.queries.voting import same_statement, written_by
from suivi.opinions.rules.statements import TRANSITIONS, StatementState, sameness
from suivi.opinions.rules.words import STATEMENTS_IN_ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Participant
    from suivi.opinions.models import OpinionMap

SAID_ALREADY = _("This is on the map already, in the same words. You can vote on it.")


@transaction.atomic
def state_opinion(*, opinion_map: OpinionMap, text: str, language: str, by: Participant) -> Statement:
    """Put a statement on the map; where it is moderated, it waits. The history is not told which one it was."""
    own, in_all = written_by(opinion_map, by).count(), opinion_map.statements.count()
    can_state(by, opinion_map, own=own, in_all=in_all).require()
    if same_statement(opinion_map, sameness(text)):
        refused(SAID_ALREADY).require()
    state = StatementState.WAITING if opinion_map.moderated else StatementState.SHOWN
    statement = _put(opinion_map, text, language, state, by)
    _tell(opinion_map, "state_opinion", by)
    return statement


@transaction.atomic
def seed_statements(*, opinion_map: OpinionMap, texts: Sequence[str], language: str, by: Membership) -> list[Statement]:
    """Put first statements on the map, so that nobody meets it empty; those that are there already are left out."""
    can_prepare(by, opinion_map.consultation).require()
    room = STATEMENTS_IN_ALL - opinion_map.statements.count()
    there = set(opinion_map.statements.values_list("sameness", flat=True))
    fresh: dict[str, str] = {}
    for text in texts:
        if sameness(text) not in there:
            fresh.setdefault(sameness(text), text)
    put = [_put(opinion_map, text, language, StatementState.SHOWN, None) for text in list(fresh.values())[:room]]
    _tell(opinion_map, "seed_statements", by, statements=[each.key for each in put])
    return put


@transaction.atomic
def let_through(*, statement: Statement, by: Membership) -> Statement:
    """Let a statement through to the map."""
    return _move(statement, StatementState.SHOWN, "let_through", by)


@transaction.atomic
def hold_back(*, statement: Statement, by: Membership) -> Statement:
    """Hold a statement back: nobody sees it any more, in the results neither. Votes on it are kept."""
    return _move(statement, StatementState.HELD_BACK, "hold_back", by)


def _put(opinion_map: OpinionMap, text: str, language: str, state: StatementState, by: Participant | None) -> Statement:
    statement = Statement(opinion_map=opinion_map, text=text, language=language, state=state, written_by=by)
    statement.sameness = sameness(text)
    statement.save(force_insert=True)
    return statement


def _move(statement: Statement, to: StatementState, verb: str, by: Membership) -> Statement:
    can_prepare(by, statement.opinion_map.consultation).require()
    if to in TRANSITIONS[StatementState(statement.state)]:
        statement.state = to
        statement.save(update_fields=["state"])
        _tell(statement.opinion_map, verb, by, statements=[statement.key])
    return statement


def _tell(opinion_map: OpinionMap, verb: str, by: object, **details: list[str]) -> None:
    consultation = opinion_map.consultation
    thing = f"consultation:{consultation.key}"
    tell(verb=verb, thing=thing, coalition=consultation.coalition.key, details=details, by=by)
