"""Fills the opinion map of the demo's consultation: 24 statements, some 45 people in three circles, results drawn."""

from __future__ import annotations

import tomllib
from datetime import datetime
from random import Random
from typing import Any

from suivi.coalitions.models import Membership
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.queries import participants_of
from suivi.demo.story import DATA
from suivi.opinions.actions.drawing import draw_map
from suivi.opinions.actions.maps import close_map, open_map, prepare_map
from suivi.opinions.actions.statements import seed_statements
from suivi.opinions.models import Ballot, OpinionMap, Statement, Vote
from suivi.opinions.queries.results import draft_of
from suivi.opinions.rules.statements import StatementState, sameness
from suivi.opinions.rules.words import Audience, Choice

SEEN = 0.88
"""How likely somebody has voted on a statement."""
SWAYED, OWN = 0.8, 0.35
"""How much of what people say follows from how their circle leans, and how much is their own."""
TORN = 0.1
"""Who feels less than this, passes."""


def fill_opinions(*, consultation: Consultation, at: datetime, by: Membership) -> OpinionMap:
    """Prepare, open, fill and close the opinion map, and draw its results; what waits for a moderator waits."""
    told = tomllib.loads((DATA / "opinions.toml").read_text(encoding="utf8"))
    filled = prepare_map(
        consultation=consultation, question=told["question"], moderated=True, audience=Audience.AT_THE_END, by=by
    )
    texts = [each["text"] for each in told["statement"]]
    statements = seed_statements(opinion_map=filled, texts=texts, language="en", by=by)
    open_map(opinion_map=filled, at=at, by=by)
    people = _people(told, consultation)
    for text in told["waiting"]:
        waiting = Statement(opinion_map=filled, text=text, language="en", state=StatementState.WAITING)
        waiting.sameness, waiting.written_by = sameness(text), people[0]
        waiting.save(force_insert=True)
    _vote(told, statements, people, at)
    close_map(opinion_map=filled, at=at, by=by)
    draft = draft_of(filled)
    if draft:
        draw_map(opinion_map=filled, draft=draft, at=at, by="suivi")
    return filled


def _people(told: dict[str, Any], consultation: Consultation) -> list[Participant]:
    """Return those who take part, and as many more without account as the circles need."""
    there = list(participants_of(consultation))
    taken, wanted = {each.name for each in there}, sum(told["circles"])
    names = [name for name in told["names"] if name not in taken][: max(0, wanted - len(there))]
    more = [Participant(consultation=consultation, name=name, language="en") for name in names]
    return [*there, *Participant.objects.bulk_create(more)][:wanted]


def _vote(told: dict[str, Any], statements: list[Statement], people: list[Participant], at: datetime) -> None:
    """Let everybody vote as their circle leans, and as they are themselves; always the same."""
    chance = Random("votes in Port Orva")  # noqa: S311  invented votes, no secret
    circles = [circle for circle, size in enumerate(told["circles"]) for _each in range(size)]
    ballots = Ballot.objects.bulk_create(
        Ballot(opinion_map=statements[0].opinion_map, participant=person) for person in people
    )
    votes = [
        Vote(ballot=ballot, statement=statement, choice=_choice(chance, each["leans"][circle]), said_on=at.date())
        for ballot, circle in zip(ballots, chance.sample(circles, len(ballots)), strict=True)
        for statement, each in zip(statements, told["statement"], strict=True)
        if chance.random() < SEEN
    ]
    Vote.objects.bulk_create(votes)
    for statement in statements:
        statement.seen = sum(vote.statement_id == statement.pk for vote in votes)
    Statement.objects.bulk_update(statements, ["seen"])


def _choice(chance: Random, lean: float) -> Choice:
    """Return what somebody says to a statement towards which their circle leans so far."""
    felt = SWAYED * lean + chance.gauss(0, OWN)
    if abs(felt) < TORN:
        return Choice.PASS
    return Choice.AGREE if felt > 0 else Choice.DISAGREE
