"""Makes opinion maps with statements and votes; every argument has a plain default."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from suivi.common.jobs.work import InSilence
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.opinions.models import Ballot, OpinionMap, Statement, Vote
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.statements import StatementState, sameness
from suivi.opinions.rules.words import Audience, Choice
from suivi.opinions.tasks import draw_results

AGREE, DISAGREE, PASS = Choice.AGREE, Choice.DISAGREE, Choice.PASS


def make_map(
    question: str = "What should come first?",
    *,
    consultation: Consultation | None = None,
    state: MapState = MapState.OPEN,
    moderated: bool = False,
    audience: Audience = Audience.WHILE_OPEN,
) -> OpinionMap:
    """Make an open opinion map, not moderated, whose results all may see."""
    return OpinionMap.objects.create(
        consultation=consultation or make_consultation(),
        question=question,
        state=state,
        moderated=moderated,
        audience=audience,
    )


def make_statement(
    text: str = "Prisons come first",
    *,
    opinion_map: OpinionMap | None = None,
    state: StatementState = StatementState.SHOWN,
    by: Participant | None = None,
) -> Statement:
    """Make a statement that is on the map."""
    return Statement.objects.create(
        opinion_map=opinion_map or make_map(), text=text, sameness=sameness(text), state=state, written_by=by
    )


def make_statements(count: int, *, opinion_map: OpinionMap) -> list[Statement]:
    """Make statements of one map, all different."""
    return [make_statement(f"Statement number {number}", opinion_map=opinion_map) for number in range(1, count + 1)]


def cast(statement: Statement, choice: Choice, *, by: Participant) -> Vote:
    """Put a vote on a ballot as it stands in the database, without asking whether it may be."""
    ballot, _made = Ballot.objects.get_or_create(opinion_map=statement.opinion_map, participant=by)
    return Vote.objects.create(ballot=ballot, statement=statement, choice=choice, said_on=timezone.localdate())


def make_voters(
    count: int, choices: Sequence[Choice | None], *, statements: Sequence[Statement], name: str = "Voter"
) -> list[Participant]:
    """Make people who all say the same: one choice for each statement, None where they have not seen it."""
    consultation = statements[0].opinion_map.consultation
    people = [make_participant(f"{name} {number}", consultation=consultation) for number in range(count)]
    for person in people:
        for statement, choice in zip(statements, choices, strict=True):
            if choice is not None:
                cast(statement, choice, by=person)
    return people


def make_two_camps(opinion_map: OpinionMap, *, each: int = 8) -> list[Statement]:
    """Make two camps at odds over five statements and at one over the sixth; nobody passes."""
    statements = make_statements(6, opinion_map=opinion_map)
    make_voters(each, [AGREE, AGREE, AGREE, DISAGREE, DISAGREE, AGREE], statements=statements, name="Otter")
    make_voters(each, [DISAGREE, DISAGREE, DISAGREE, AGREE, AGREE, AGREE], statements=statements, name="Lynx")
    return statements


def draw(opinion_map: OpinionMap) -> None:
    """Do what the worker does when results are due."""
    draw_results(InSilence(), opinion_map=opinion_map.pk)
