"""What may be done to an opinion map by whom and when; votes, statements, and the results drawn from them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.common.jobs.models import Job
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.history.models import Event
from suivi.opinions.actions.drawing import draw_map
from suivi.opinions.actions.maps import close_map, open_map, prepare_map, reopen_map
from suivi.opinions.actions.statements import hold_back, let_through, seed_statements, state_opinion
from suivi.opinions.actions.votes import vote
from suivi.opinions.models import Ballot, OpinionMap, Result, Statement, Vote
from suivi.opinions.queries.results import draft_of, results_of
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.statements import StatementState
from suivi.opinions.rules.words import STATEMENTS_EACH, Audience
from suivi.opinions.tests.factories import (
    AGREE,
    DISAGREE,
    PASS,
    draw,
    make_map,
    make_statement,
    make_statements,
    make_two_camps,
    make_voters,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


@pytest.fixture
def heron(consultation: Consultation) -> Participant:
    return make_participant("Heron", consultation=consultation)


def test_a_map_is_prepared_opened_closed_and_opened_again(mara: Membership, consultation: Consultation) -> None:
    seen_by = Audience.AT_THE_END
    prepared = prepare_map(consultation=consultation, question="What first?", moderated=True, audience=seen_by, by=mara)
    assert prepared.state == MapState.PREPARED
    assert open_map(opinion_map=prepared, at=NOW, by=mara).opened_at == NOW
    assert close_map(opinion_map=prepared, at=NOW, by=mara).state == MapState.CLOSED
    assert reopen_map(opinion_map=prepared, by=mara).closed_at is None
    verbs = [event.verb for event in Event.objects.order_by("sequence")]
    assert verbs == ["prepare_map", "open_map", "close_map", "reopen_map"]


def test_a_map_moves_only_from_where_it_stands(mara: Membership) -> None:
    prepared = make_map(state=MapState.PREPARED)
    with pytest.raises(Refused, match="stands elsewhere"):
        close_map(opinion_map=prepared, at=NOW, by=mara)


@pytest.mark.parametrize("role", ["member", "custodian", "translator", "observer"])
def test_whoever_does_not_run_consultations_moves_nothing(role: str) -> None:
    member, opinion_map = make_member("lena", role=role), make_map()
    statement = make_statement(opinion_map=opinion_map)
    for deed in (
        lambda: close_map(opinion_map=opinion_map, at=NOW, by=member),
        lambda: hold_back(statement=statement, by=member),
        lambda: seed_statements(opinion_map=opinion_map, texts=["One"], language="en", by=member),
    ):
        with pytest.raises(Refused, match="run consultations"):
            deed()


def test_a_vote_is_given_once_changed_as_often_as_one_likes_and_told_to_nobody(heron: Participant) -> None:
    statement = make_statement(opinion_map=make_map(consultation=heron.consultation))
    for choice in (AGREE, DISAGREE, PASS):
        vote(statement=statement, choice=choice, at=NOW, by=heron)
    assert [(each.choice, each.ballot.participant) for each in Vote.objects.all()] == [(PASS, heron)]
    statement.refresh_from_db()
    assert statement.seen == 1
    assert not Event.objects.exists()


def test_a_vote_keeps_the_day_alone(heron: Participant) -> None:
    statement = make_statement(opinion_map=make_map(consultation=heron.consultation))
    vote(statement=statement, choice=AGREE, at=NOW, by=heron)
    assert Vote.objects.get().said_on == NOW.date()
    assert {field.name for field in Vote._meta.fields} == {"id", "ballot", "statement", "choice", "said_on"}


def test_a_vote_of_another_consultation_is_refused(heron: Participant) -> None:
    elsewhere = make_statement(opinion_map=make_map(consultation=make_consultation("Elsewhere")))
    with pytest.raises(Refused, match="another consultation"):
        vote(statement=elsewhere, choice=AGREE, at=NOW, by=heron)


@pytest.mark.parametrize("state", [MapState.PREPARED, MapState.CLOSED])
def test_nobody_votes_or_writes_on_a_map_that_is_not_open(state: MapState, heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation, state=state)
    statement = make_statement(opinion_map=opinion_map)
    with pytest.raises(Refused):
        vote(statement=statement, choice=AGREE, at=NOW, by=heron)
    with pytest.raises(Refused):
        state_opinion(opinion_map=opinion_map, text="More", language="en", by=heron)
    assert not Ballot.objects.exists()


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.DECIDE, Phase.CLOSED])
def test_the_phase_says_when_votes_are_given(phase: Phase) -> None:
    heron = make_participant("Heron", consultation=make_consultation(phase=phase))
    statement = make_statement(opinion_map=make_map(consultation=heron.consultation))
    with pytest.raises(Refused):
        vote(statement=statement, choice=AGREE, at=NOW, by=heron)


def test_a_statement_held_back_takes_no_votes(heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation)
    for state in (StatementState.WAITING, StatementState.HELD_BACK):
        statement = make_statement(f"Held {state}", opinion_map=opinion_map, state=state)
        with pytest.raises(Refused, match="not on the map"):
            vote(statement=statement, choice=AGREE, at=NOW, by=heron)


def test_a_moderated_statement_waits_until_it_is_let_through(mara: Membership, heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation, moderated=True)
    statement = state_opinion(opinion_map=opinion_map, text="Prisons first", language="en", by=heron)
    assert statement.state == StatementState.WAITING
    assert let_through(statement=statement, by=mara).state == StatementState.SHOWN
    assert hold_back(statement=statement, by=mara).state == StatementState.HELD_BACK


def test_the_history_is_not_told_which_statement_somebody_wrote(heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation)
    statement = state_opinion(opinion_map=opinion_map, text="Prisons first", language="en", by=heron)
    event = Event.objects.get()
    assert (event.verb, event.thing) == ("state_opinion", f"consultation:{heron.consultation.key}")
    assert statement.key not in str(vars(event))


def test_the_same_words_are_not_put_on_the_map_twice(heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation)
    make_statement("Prisons come first.", opinion_map=opinion_map)
    with pytest.raises(Refused, match="on the map already"):
        state_opinion(opinion_map=opinion_map, text="prisons  COME first!", language="en", by=heron)


def test_one_person_puts_only_so_many_statements_on_the_map(heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation)
    for number in range(STATEMENTS_EACH):
        state_opinion(opinion_map=opinion_map, text=f"Idea {number}", language="en", by=heron)
    with pytest.raises(Refused, match="as many statements"):
        state_opinion(opinion_map=opinion_map, text="One more", language="en", by=heron)


def test_first_statements_leave_out_what_is_there_already(mara: Membership) -> None:
    opinion_map = make_map()
    make_statement("Prisons first", opinion_map=opinion_map)
    put = seed_statements(
        opinion_map=opinion_map, texts=["Prisons first.", "Schools first", "schools FIRST"], language="en", by=mara
    )
    assert len(put) == 1
    assert opinion_map.statements.shown().count() == 2


def test_the_fifteenth_voter_brings_the_first_results_of_the_first_ten(heron: Participant) -> None:
    opinion_map = make_map(consultation=heron.consultation)
    statements = make_statements(2, opinion_map=opinion_map)
    make_voters(13, [AGREE, DISAGREE], statements=statements)
    vote(statement=statements[0], choice=AGREE, at=NOW, by=heron)
    assert not Job.objects.exists()
    late = make_participant("Late", consultation=heron.consultation)
    vote(statement=statements[0], choice=AGREE, at=NOW, by=late)
    assert Job.objects.get().arguments == {"opinion_map": opinion_map.pk}
    draw(opinion_map)
    assert Result.objects.get().ballots == 10
    assert Ballot.objects.filter(touched=False).count() == 10


def test_closing_counts_everybody(mara: Membership) -> None:
    opinion_map = make_map()
    make_two_camps(opinion_map)
    close_map(opinion_map=opinion_map, at=NOW, by=mara)
    assert Job.objects.get().arguments == {"opinion_map": opinion_map.pk}
    draw(opinion_map)
    shown = results_of(opinion_map)
    assert shown
    assert shown.outcome.sizes == (8, 8)
    assert [line.statement.text for line in shown.together] == ["Statement number 6"]
    assert Event.objects.filter(verb="draw_map", actor="suivi").count() == 1


def test_drawing_twice_draws_once(mara: Membership) -> None:
    opinion_map = make_map(state=MapState.CLOSED)
    make_two_camps(opinion_map)
    draw(opinion_map)
    draw(opinion_map)
    assert Event.objects.filter(verb="draw_map").count() == 1


def test_of_two_that_reckon_at_once_one_draws() -> None:
    opinion_map = make_map(state=MapState.CLOSED)
    make_two_camps(opinion_map)
    first, second = draft_of(opinion_map), draft_of(opinion_map)
    assert first
    assert second
    assert draw_map(opinion_map=opinion_map, draft=first, at=NOW, by="suivi")
    assert not draw_map(opinion_map=opinion_map, draft=second, at=NOW, by="suivi")


def test_after_opening_again_fewer_than_five_change_nothing(mara: Membership) -> None:
    opinion_map = make_map(state=MapState.CLOSED)
    statements = make_two_camps(opinion_map)
    draw(opinion_map)
    before = Result.objects.get().figures
    reopen_map(opinion_map=opinion_map, by=mara)
    voters = Participant.objects.filter(name__startswith="Otter")
    for voter in voters[:4]:
        vote(statement=statements[0], choice=DISAGREE, at=NOW, by=voter)
    close_map(opinion_map=opinion_map, at=NOW, by=mara)
    draw(opinion_map)
    assert Result.objects.get().figures == before
    reopen_map(opinion_map=opinion_map, by=mara)
    vote(statement=statements[0], choice=DISAGREE, at=NOW, by=voters[4])
    close_map(opinion_map=opinion_map, at=NOW, by=mara)
    draw(opinion_map)
    assert Result.objects.get().figures != before


def test_a_statement_held_back_leaves_the_results_at_once(mara: Membership) -> None:
    opinion_map = make_map(state=MapState.CLOSED)
    statements = make_two_camps(opinion_map)
    draw(opinion_map)
    hold_back(statement=statements[5], by=mara)
    shown = results_of(opinion_map)
    assert shown
    assert shown.together == []
    assert statements[5].text not in [line.statement.text for line in shown.everything]


def test_what_is_kept_of_results_names_nobody(mara: Membership) -> None:
    opinion_map = make_map(state=MapState.CLOSED)
    make_two_camps(opinion_map)
    draw(opinion_map)
    kept = str(Result.objects.get().figures)
    people = Participant.objects.values_list("name", "key")
    assert not [word for names in people for word in names if word in kept]


def test_a_map_and_its_statements_read_as_what_they_say() -> None:
    statement = make_statement("Prisons first", opinion_map=make_map("What first?"))
    assert (str(statement.opinion_map), str(statement)) == ("What first?", "Prisons first")
    assert OpinionMap.objects.get().statements.get() == Statement.objects.get()
