"""A vote: given once, changed as often as one likes, and told to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from suivi.common.jobs.actions import start
from suivi.opinions.actions.maps import DRAWING
from suivi.opinions.models import Ballot, Result, Statement, Vote
from suivi.opinions.permissions import can_vote
from suivi.opinions.rules.batches import ballots_to_count

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Participant
    from suivi.opinions.models import OpinionMap
    from suivi.opinions.rules.words import Choice


@transaction.atomic
def vote(*, statement: Statement, choice: Choice, at: datetime, by: Participant) -> None:
    """Write down what a participant says to a statement, in place of what they said to it before.

    A ballot is secret: the history is told of results that were drawn, never of a vote.
    """
    can_vote(by, statement).require()
    ballot = _ballot(statement.opinion_map, by)
    said = {"choice": choice, "said_on": at.date()}
    if Vote.objects.filter(ballot=ballot, statement=statement).update(**said):
        return
    # Two that come at the same moment leave one vote: the later one.
    new = Vote(ballot=ballot, statement=statement, **said)
    unique, changed = ["ballot", "statement"], ["choice", "said_on"]
    Vote.objects.bulk_create([new], update_conflicts=True, unique_fields=unique, update_fields=changed)
    Statement.objects.filter(pk=statement.pk).update(seen=F("seen") + 1)


def _ballot(opinion_map: OpinionMap, by: Participant) -> Ballot:
    """Return the participant's ballot, touched; whoever begins one may make new results due."""
    ballot, is_new = Ballot.objects.get_or_create(opinion_map=opinion_map, participant=by)
    if is_new:
        _draw_if_due(opinion_map)
    elif not ballot.touched:
        ballot.touched = True
        ballot.save(update_fields=["touched"])
    return ballot


def _draw_if_due(opinion_map: OpinionMap) -> None:
    ballots = Ballot.objects.filter(opinion_map=opinion_map).count()
    counted = Result.objects.filter(opinion_map=opinion_map).values_list("ballots", flat=True).first()
    if ballots_to_count(ballots, counted or 0, closing=False, touched=0) is not None:
        start(DRAWING, once=f"opinions:{opinion_map.pk}", opinion_map=opinion_map.pk)
