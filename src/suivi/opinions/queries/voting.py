"""What is shown next to whom, what they have said, and how many have voted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from django.db.models import Count, OuterRef, Subquery

from suivi.discussions.models import Strategy
from suivi.discussions.rules.strategies import OPEN
from suivi.opinions.models import Ballot, OpinionMap, Statement, Vote
from suivi.opinions.rules.statements import StatementState, sameness
from suivi.opinions.rules.words import LONGEST

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation, Participant
    from suivi.opinions.models import StatementQuerySet

NEAREST = 8
"""Of so many statements that were seen least, each participant meets another one first."""


class Turnout(NamedTuple):
    """How many people have voted, and how often: all that is told while voting is open."""

    voters: int
    votes: int
    statements: int


def map_of(consultation: Consultation) -> OpinionMap | None:
    """Return the opinion map of a consultation, or None where nobody prepared one."""
    found = OpinionMap.objects.filter(consultation=consultation).first()
    if found:
        found.consultation = consultation
    return found


def next_statement(participant: Participant) -> Statement | None:
    """Return what a participant is asked next, or None where there is no open map or nothing left to say."""
    found = map_of(participant.consultation)
    return statement_for(found, participant) if found and found.state == OpinionMap.State.OPEN else None


def statement_for(opinion_map: OpinionMap, participant: Participant | None) -> Statement | None:
    """Return a statement that the participant has not voted on: one of those that the fewest have seen."""
    return next(iter(_in_turn(opinion_map.statements.all(), participant)), None)


def asked_in_turn(consultation: Consultation, participant: Participant | None) -> list[Statement]:
    """Return what a participant is asked next, and after that, each with its map: in one query, for many phones."""
    asked = Statement.objects.filter(opinion_map__consultation=consultation, opinion_map__state=OpinionMap.State.OPEN)
    return _in_turn(asked.select_related("opinion_map"), participant)


def _in_turn(statements: StatementQuerySet, participant: Participant | None) -> list[Statement]:
    """Return some that the participant has not voted on, of those that the fewest have seen.

    So late statements catch up with early ones. Among equals each meets another one first, always the same: whoever
    looks again without answering finds the same statement.
    """
    unseen = statements.shown().unseen_by(participant).order_by("seen", "id")[:NEAREST]
    who = participant.key if participant else ""
    return sorted(unseen, key=lambda each: crc32(f"{who}:{each.key}".encode()))


def shown_statement(opinion_map: OpinionMap, key: str) -> StatementQuerySet:
    """Return the statement of this key where it is on this map."""
    return opinion_map.statements.shown().filter(key=key).select_related("opinion_map")


def answered(opinion_map: OpinionMap, participant: Participant | None) -> int:
    """Return on how many statements that are on the map a participant has voted."""
    if not participant:
        return 0
    said = Vote.objects.filter(ballot__opinion_map=opinion_map, ballot__participant=participant)
    return said.filter(statement__state=StatementState.SHOWN).count()


def said_by(opinion_map: OpinionMap, participant: Participant | None) -> StatementQuerySet:
    """Return the statements a participant voted on, each with `choice`: what they said."""
    said = Vote.objects.filter(
        statement=OuterRef("pk"), ballot__opinion_map=opinion_map, ballot__participant=participant
    )
    found = opinion_map.statements.shown().annotate(choice=Subquery(said.values("choice")[:1]))
    return found.exclude(choice=None) if participant else found.none()


def written_by(opinion_map: OpinionMap, participant: Participant | None) -> StatementQuerySet:
    """Return the statements that a participant wrote, wherever they stand."""
    return opinion_map.statements.filter(written_by=participant) if participant else opinion_map.statements.none()


def same_statement(opinion_map: OpinionMap, sameness: str) -> Statement | None:
    """Return the statement that says the same in the same words, or None."""
    return opinion_map.statements.filter(sameness=sameness).first()


def turnout(opinion_map: OpinionMap) -> Turnout:
    """Return how many have voted."""
    told = Ballot.objects.filter(opinion_map=opinion_map).aggregate(
        voters=Count("pk", distinct=True), votes=Count("votes")
    )
    return Turnout(told["voters"], told["votes"], opinion_map.statements.shown().count())


def strategies_to_take(opinion_map: OpinionMap) -> list[str]:
    """Return the titles of strategies on the table that are short enough for a statement and not on the map yet."""
    there = set(opinion_map.statements.values_list("sameness", flat=True))
    found = Strategy.objects.filter(consultation=opinion_map.consultation, state__in=OPEN)
    titles = [" ".join(title.split()) for title in found.order_by("number").values_list("title", flat=True)]
    return [title for title in titles if len(title) <= LONGEST and sameness(title) and sameness(title) not in there]


def in_order_of_work(opinion_map: OpinionMap) -> list[Statement]:
    """Return every statement for a moderator: those that wait first, then those on the map, then those held back."""
    order = [StatementState.WAITING, StatementState.SHOWN, StatementState.HELD_BACK]
    return sorted(opinion_map.statements.all(), key=lambda each: order.index(StatementState(each.state)))


@dataclass(frozen=True, slots=True)
class Asking:
    """What a participant is asked now, and how far they are; no statement once nothing is left to say."""

    statement: Statement | None
    answered: int
    statements: int


def asking(opinion_map: OpinionMap, participant: Participant | None) -> Asking:
    """Return what a participant is asked next on this map, and how far they are."""
    in_all = opinion_map.statements.shown().count()
    return Asking(statement_for(opinion_map, participant), answered(opinion_map, participant), in_all)
