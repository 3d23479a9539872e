"""What is shown next to whom: unseen, the least seen first, and the same again to whoever looks again."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.consultations.models import Participant
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.opinions.actions.votes import vote
from suivi.opinions.models import OpinionMap, Statement
from suivi.opinions.queries.voting import answered, asking, next_statement, said_by, turnout
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.statements import StatementState
from suivi.opinions.tests.factories import AGREE, cast, make_map, make_statement, make_statements, make_voters

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def opinion_map() -> OpinionMap:
    return make_map()


@pytest.fixture
def heron(opinion_map: OpinionMap) -> Participant:
    return make_participant("Heron", consultation=opinion_map.consultation)


def test_everybody_meets_every_statement_once(opinion_map: OpinionMap, heron: Participant) -> None:
    statements = make_statements(12, opinion_map=opinion_map)
    met = []
    while statement := next_statement(heron):
        met.append(statement)
        vote(statement=statement, choice=AGREE, at=NOW, by=heron)
    assert sorted(each.pk for each in met) == [each.pk for each in statements]
    assert answered(opinion_map, heron) == 12


def test_whoever_looks_again_without_answering_finds_the_same(opinion_map: OpinionMap, heron: Participant) -> None:
    make_statements(12, opinion_map=opinion_map)
    assert len({next_statement(heron) for _time in range(5)}) == 1


def test_a_late_statement_catches_up(opinion_map: OpinionMap, heron: Participant) -> None:
    early = make_statements(9, opinion_map=opinion_map)
    Statement.objects.filter(pk__in=[each.pk for each in early]).update(seen=20)
    late = make_statements_named("Late", 8, opinion_map)
    assert next_statement(heron) in late


def test_people_do_not_all_meet_the_same_statement_first(opinion_map: OpinionMap) -> None:
    make_statements(8, opinion_map=opinion_map)
    people = [make_participant(f"P{number}", consultation=opinion_map.consultation) for number in range(20)]
    assert len({next_statement(each) for each in people}) > 3


def test_what_is_not_on_the_map_is_shown_to_nobody(opinion_map: OpinionMap, heron: Participant) -> None:
    make_statement("Waits", opinion_map=opinion_map, state=StatementState.WAITING)
    make_statement("Held", opinion_map=opinion_map, state=StatementState.HELD_BACK)
    assert next_statement(heron) is None
    assert turnout(opinion_map).statements == 0


@pytest.mark.parametrize("state", [MapState.PREPARED, MapState.CLOSED])
def test_a_map_that_is_not_open_asks_nothing(state: MapState) -> None:
    opinion_map = make_map(state=state)
    make_statement(opinion_map=opinion_map)
    assert next_statement(make_participant(consultation=opinion_map.consultation)) is None


def test_where_there_is_no_map_nothing_is_asked() -> None:
    assert next_statement(make_participant(consultation=make_consultation())) is None


def test_somebody_without_a_seat_is_shown_a_statement_too(opinion_map: OpinionMap) -> None:
    statement = make_statement(opinion_map=opinion_map)
    found = asking(opinion_map, None)
    assert (found.statement, found.answered, found.statements) == (statement, 0, 1)


def test_ones_own_votes_are_found_with_what_was_said(opinion_map: OpinionMap, heron: Participant) -> None:
    first, second = make_statements(2, opinion_map=opinion_map)
    cast(first, AGREE, by=heron)
    cast(second, AGREE, by=make_participant("Crane", consultation=opinion_map.consultation))
    (said,) = said_by(opinion_map, heron)
    assert (said, vars(said)["choice"]) == (first, AGREE)
    assert list(said_by(opinion_map, None)) == []


def test_turnout_counts_people_votes_and_statements(opinion_map: OpinionMap) -> None:
    statements = make_statements(3, opinion_map=opinion_map)
    make_voters(4, [AGREE, None, AGREE], statements=statements)
    assert turnout(opinion_map) == (4, 8, 3)


def test_a_vote_and_the_next_statement_cost_few_queries(
    opinion_map: OpinionMap, heron: Participant, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    statements = make_statements(30, opinion_map=opinion_map)
    cast(statements[0], AGREE, by=heron)
    loaded = Statement.objects.select_related("opinion_map").get(pk=statements[1].pk)
    # a savepoint and its release, the ballot, the vote that is not there yet, the new vote, the count of the statement
    with django_assert_num_queries(6):
        vote(statement=loaded, choice=AGREE, at=NOW, by=heron)
    with django_assert_num_queries(2):
        next_statement(heron)


def make_statements_named(name: str, count: int, opinion_map: OpinionMap) -> list[Statement]:
    """Make statements that begin with a name."""
    return [make_statement(f"{name} {number}", opinion_map=opinion_map) for number in range(count)]
