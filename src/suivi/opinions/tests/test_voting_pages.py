"""Voting as people meet it: three buttons, with and without account, with and without script."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant
from suivi.opinions.models import OpinionMap, Statement, Vote
from suivi.opinions.rules.statements import StatementState
from suivi.opinions.tests.factories import (
    AGREE,
    DISAGREE,
    PASS,
    cast,
    make_map,
    make_statement,
    make_statements,
)

pytestmark = pytest.mark.django_db
HIDDEN = (StatementState.WAITING, StatementState.HELD_BACK)


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


@pytest.fixture
def opinion_map(consultation: Consultation) -> OpinionMap:
    return make_map(consultation=consultation)


@pytest.fixture
def heron(consultation: Consultation) -> Participant:
    return make_participant("Heron", consultation=consultation)


@pytest.fixture
def phone(heron: Participant) -> Client:
    return guest(heron)


def here(consultation: Consultation, more: str = "") -> str:
    return f"/consultations/{consultation.key}/opinions/{more}"


def press(client: Client, statement: Statement, choice: int, **more: str) -> str:
    address = here(statement.opinion_map.consultation, f"vote/{statement.key}/")
    return client.post(address, {"choice": choice, **more}).headers.get("Location", "")


def test_a_phone_shows_one_statement_with_three_buttons(opinion_map: OpinionMap, phone: Client) -> None:
    make_statement("Prisons come first", opinion_map=opinion_map)
    page = phone.get(here(opinion_map.consultation)).text
    assert "Prisons come first" in page
    assert [page.count(f'name="choice" value="{value}"') for value in (1, -1, 0)] == [1, 1, 1]
    assert "0 of 1" in page


def test_pressing_a_button_votes_and_shows_the_next(opinion_map: OpinionMap, phone: Client, heron: Participant) -> None:
    statements = make_statements(2, opinion_map=opinion_map)
    assert press(phone, statements[0], -1) == here(opinion_map.consultation)
    vote = Vote.objects.get()
    assert (vote.statement, vote.choice, vote.ballot.participant) == (statements[0], DISAGREE, heron)
    assert statements[1].text in phone.get(here(opinion_map.consultation)).text


def test_with_script_only_the_next_statement_comes_back(opinion_map: OpinionMap, phone: Client) -> None:
    statements = make_statements(2, opinion_map=opinion_map)
    address = here(opinion_map.consultation, f"vote/{statements[0].key}/")
    headers = {"HX-Request": "true", "HX-Target": "div#vote"}
    part = phone.post(address, {"choice": 1}, headers=headers).text
    assert statements[1].text in part
    assert "You agreed:" in part
    assert "<html" not in part


def test_what_a_phone_sends_twice_is_done_once(opinion_map: OpinionMap, phone: Client) -> None:
    statement = make_statement(opinion_map=opinion_map)
    mark = str(uuid4())
    assert press(phone, statement, 1, act=mark) == press(phone, statement, 1, act=mark)
    address = here(opinion_map.consultation, f"vote/{statement.key}/")
    assert phone.post(address, {"choice": -1, "act": mark}).status_code == 409
    assert Vote.objects.get().choice == AGREE


def test_after_the_last_statement_the_page_says_thank_you(opinion_map: OpinionMap, phone: Client) -> None:
    for statement in make_statements(2, opinion_map=opinion_map):
        press(phone, statement, 0)
    assert "You have voted on all 2 statements. Thank you!" in phone.get(here(opinion_map.consultation)).text


def test_a_press_that_says_nothing_is_asked_again(opinion_map: OpinionMap, phone: Client) -> None:
    statement = make_statement(opinion_map=opinion_map)
    press(phone, statement, 7)
    assert not Vote.objects.exists()
    assert "Press one of the three buttons." in phone.get(here(opinion_map.consultation)).text


def test_a_member_takes_a_seat_by_voting(opinion_map: OpinionMap) -> None:
    member = make_member("lena", role="member")
    statement = make_statement(opinion_map=opinion_map)
    press(at_the_desk_of(member), statement, 1)
    assert Vote.objects.get().ballot.participant.membership == member


def test_an_observer_reads_why_they_cannot_vote(opinion_map: OpinionMap) -> None:
    statement = make_statement(opinion_map=opinion_map)
    client = at_the_desk_of(make_member("olga", role="observer"))
    assert "Observers read" in client.get(here(opinion_map.consultation)).text
    address = here(opinion_map.consultation, f"vote/{statement.key}/")
    assert client.post(address, {"choice": 1}).status_code == 403


def test_outside_its_phases_the_page_says_when_voting_is(heron: Participant, phone: Client) -> None:
    make_statement(opinion_map=make_map(consultation=heron.consultation))
    heron.consultation.phase = Phase.DECIDE
    heron.consultation.save()
    page = phone.get(here(heron.consultation)).text
    assert "Now is the time to decide" in page
    assert "data-keys" not in page


def test_what_waits_or_was_held_back_looks_like_what_is_not_there(opinion_map: OpinionMap, phone: Client) -> None:
    hidden = [make_statement(state, opinion_map=opinion_map, state=state) for state in HIDDEN]
    answers = [
        phone.post(here(opinion_map.consultation, f"vote/{key}/"), {"choice": 1})
        for key in ("nothinghere", *(each.key for each in hidden))
    ]
    assert {answer.status_code for answer in answers} == {404}
    bodies = [answer.text.replace(answer.request["PATH_INFO"], "") for answer in answers]
    assert len({re.sub(r'(?<=csrfmiddlewaretoken" value=")\w+', "", body) for body in bodies}) == 1


def test_a_statement_of_another_consultation_is_not_found_here(phone: Client, opinion_map: OpinionMap) -> None:
    elsewhere = make_statement(opinion_map=make_map(consultation=make_consultation("Elsewhere")))
    address = here(opinion_map.consultation, f"vote/{elsewhere.key}/")
    assert phone.post(address, {"choice": 1}).status_code == 404


def test_another_coalition_finds_no_map_here(opinion_map: OpinionMap) -> None:
    stranger = make_member("ira", coalition=make_coalition("Another Coalition"))
    for more in ("", "mine/", "write/", "results/", "results/statements.csv", "prepare/"):
        assert at_the_desk_of(stranger).get(here(opinion_map.consultation, more)).status_code == 404


def test_ones_own_votes_stand_on_a_page_of_ones_own(opinion_map: OpinionMap, phone: Client, heron: Participant) -> None:
    first, second = make_statements(2, opinion_map=opinion_map)
    cast(first, AGREE, by=heron)
    cast(second, AGREE, by=make_participant("Crane", consultation=opinion_map.consultation))
    page = phone.get(here(opinion_map.consultation, "mine/")).text
    assert first.text in page
    assert second.text not in page
    assert press(phone, first, 0, mine="1") == here(opinion_map.consultation, "mine/")
    assert Vote.objects.get(ballot__participant=heron).choice == PASS


def test_a_statement_is_written_and_on_the_map(opinion_map: OpinionMap, phone: Client, heron: Participant) -> None:
    answer = phone.post(here(opinion_map.consultation, "write/"), {"text": " Prisons \n come first "})
    assert answer.headers["Location"] == here(opinion_map.consultation)
    statement = Statement.objects.get()
    assert (statement.text, statement.written_by, statement.state) == ("Prisons come first", heron, "shown")


def test_on_a_moderated_map_whoever_writes_is_told_that_it_waits(phone: Client, consultation: Consultation) -> None:
    make_map(consultation=consultation, moderated=True)
    answer = phone.post(here(consultation, "write/"), {"text": "Prisons come first"}, follow=True)
    assert "A moderator reads it first" in answer.text
    assert Statement.objects.get().state == StatementState.WAITING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("prisons come FIRST!", "This is on the map already"),
        ("?!", "Write it in words."),
        ("a" * 141, "at most 140"),
        ("", "required"),
    ],
)
def test_what_cannot_be_put_on_the_map_comes_back_with_the_reason(
    text: str, told: str, opinion_map: OpinionMap, phone: Client
) -> None:
    make_statement("Prisons come first", opinion_map=opinion_map)
    answer = phone.post(here(opinion_map.consultation, "write/"), {"text": text})
    assert answer.status_code == 400
    assert told in answer.text


def test_no_page_says_who_wrote_a_statement(opinion_map: OpinionMap, heron: Participant) -> None:
    make_statement("Prisons come first", opinion_map=opinion_map, by=heron)
    mara = make_member("mara")
    for more in ("", "mine/", "results/", "prepare/"):
        page = at_the_desk_of(mara).get(here(opinion_map.consultation, more)).text
        assert heron.name not in page
        assert heron.key not in page


@pytest.mark.parametrize("role", ["coordinator", "member"])
def test_without_a_map_the_page_says_what_to_do_first(role: str, consultation: Consultation) -> None:
    page = at_the_desk_of(make_member("mara", role=role)).get(here(consultation)).text
    assert ("Prepare the opinion map" in page) == (role == "coordinator")
    assert "Short statements, agree or disagree" in page


def test_voting_costs_the_same_for_one_statement_and_for_many(
    opinion_map: OpinionMap, phone: Client, heron: Participant, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    (first,) = make_statements(1, opinion_map=opinion_map)
    cast(first, AGREE, by=heron)
    phone.get(here(opinion_map.consultation, "mine/"))
    for more, cost in (("", 7), ("mine/", 4)):
        with django_assert_num_queries(cost):
            phone.get(here(opinion_map.consultation, more))
    for statement in [make_statement(f"More {number}", opinion_map=opinion_map) for number in range(20)]:
        cast(statement, AGREE, by=heron)
    make_statement("One left", opinion_map=opinion_map)
    for more, cost in (("", 7), ("mine/", 4)):
        with django_assert_num_queries(cost):
            phone.get(here(opinion_map.consultation, more))


def test_a_member_without_a_seat_is_shown_a_statement_and_no_page_of_votes(opinion_map: OpinionMap) -> None:
    member: Membership = make_member("lena", role="member")
    make_statement("Prisons come first", opinion_map=opinion_map)
    client = at_the_desk_of(member)
    page = client.get(here(opinion_map.consultation)).text
    assert "Prisons come first" in page
    assert "What I said" not in page
    assert "You have not voted yet." in client.get(here(opinion_map.consultation, "mine/")).text
