"""The phone's page: what is on, what is asked, saying something; with scripts and without, for members and guests."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.tests.factories import make_member
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.permissions import phase_allows
from suivi.consultations.rules import Deed, Phase
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant, make_session
from suivi.discussions.models import Entry
from suivi.hall.models import Saying
from suivi.opinions.models import OpinionMap, Vote
from suivi.opinions.rules.maps import MapState
from suivi.opinions.tests.factories import make_map, make_statement

pytestmark = pytest.mark.django_db

FROM_THE_OUTBOX = {"X-Outbox": "1"}


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


@pytest.fixture
def heron(consultation: Consultation) -> Participant:
    return make_participant("Heron", consultation=consultation)


@pytest.fixture
def phone(heron: Participant) -> Client:
    return guest(heron)


@pytest.fixture
def opinion_map(consultation: Consultation) -> OpinionMap:
    return make_map("What comes first?", consultation=consultation)


def at(consultation: Consultation, more: str = "") -> str:
    return f"/c/{consultation.key}/{more}"


def mark_of(page: str) -> str:
    found = re.search(r'data-mark="(\w+)"', page)
    assert found
    return found[1]


def test_it_says_what_is_on_until_when_and_what_follows(phone: Client, consultation: Consultation) -> None:
    now = timezone.now()
    make_session("Work in clusters", consultation=consultation, starts_at=now - timedelta(minutes=10))
    make_session("Coffee", consultation=consultation, starts_at=now + timedelta(minutes=50))
    page = phone.get(at(consultation)).text
    assert page.index("Work in clusters") < page.index("until") < page.index("Coffee")
    assert "You sit here as <bdi>Heron</bdi>" in page


def test_before_the_first_session_it_says_what_comes(phone: Client, consultation: Consultation) -> None:
    make_session("Welcome", consultation=consultation, starts_at=timezone.now() + timedelta(hours=1))
    page = phone.get(at(consultation)).text
    assert "Comes next: <bdi>Welcome</bdi>" in page
    assert "until" not in page


def test_a_statement_is_answered_without_scripts_and_the_page_asks_the_next(
    phone: Client, opinion_map: OpinionMap, heron: Participant
) -> None:
    statements = {each.key: each for each in (make_statement("Prisons", opinion_map=opinion_map),
                                              make_statement("Schools", opinion_map=opinion_map))}  # fmt: skip
    home = at(opinion_map.consultation)
    for _each in statements:
        shown = re.search(r'name="statement" value="(\w+)"', phone.get(home).text)
        assert shown
        answer = phone.post(f"{home}vote/", {"statement": shown[1], "choice": "-1", "act": str(uuid4())})
        assert (answer.status_code, answer.headers["Location"]) == (302, home)
    assert {vote.statement.key for vote in Vote.objects.filter(ballot__participant=heron, choice=-1)} == set(statements)
    assert "You have answered everything." in phone.get(home).text


def test_from_the_outbox_the_answer_is_the_part_that_asks_next(phone: Client, opinion_map: OpinionMap) -> None:
    first, second = (make_statement(text, opinion_map=opinion_map) for text in ("Prisons", "Schools"))
    home = at(opinion_map.consultation)
    asked = first if first.key in phone.get(home).text else second
    told = {"statement": asked.key, "choice": "1", "act": str(uuid4())}
    answers = [phone.post(f"{home}vote/", told, headers=FROM_THE_OUTBOX) for _each in range(3)]
    other = second if asked == first else first
    for answer in answers:
        assert answer.status_code == 200
        assert answer.text.startswith('<section id="asked"')
        assert other.key in answer.text
    assert Vote.objects.count() == 1


def test_a_member_takes_their_seat_by_answering_and_is_asked_the_next(opinion_map: OpinionMap) -> None:
    first, second = (make_statement(text, opinion_map=opinion_map) for text in ("Prisons", "Schools"))
    lina = make_member("lina", role="member", coalition=opinion_map.consultation.coalition)
    told = {"statement": first.key, "choice": "1", "act": str(uuid4())}
    answer = at_the_desk_of(lina).post(f"{at(opinion_map.consultation)}vote/", told, headers=FROM_THE_OUTBOX)
    assert (first.key in answer.text, second.key in answer.text) == (False, True)
    assert Participant.objects.get().membership == lina


def test_a_vote_on_a_statement_of_another_consultation_is_as_on_none(phone: Client, opinion_map: OpinionMap) -> None:
    other = make_statement(opinion_map=make_map(consultation=make_consultation("Another")))
    answers = [
        phone.post(f"{at(opinion_map.consultation)}vote/", {"statement": key, "choice": "1", "act": str(uuid4())})
        for key in (other.key, "nothinghere")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert not Vote.objects.exists()


@pytest.mark.parametrize("choice", ["2", "", "yes"])
def test_what_is_no_answer_is_refused(phone: Client, opinion_map: OpinionMap, choice: str) -> None:
    statement = make_statement(opinion_map=opinion_map)
    told = {"statement": statement.key, "choice": choice, "act": str(uuid4())}
    assert phone.post(f"{at(opinion_map.consultation)}vote/", told).status_code == 400
    assert not Vote.objects.exists()


@pytest.mark.parametrize("state", [MapState.PREPARED, MapState.CLOSED])
def test_nothing_is_asked_before_a_map_opens_or_after_it_closes(
    phone: Client, consultation: Consultation, state: MapState
) -> None:
    make_statement(opinion_map=make_map("What comes first?", consultation=consultation, state=state))
    assert "What comes first?" not in phone.get(at(consultation)).text


def test_a_phone_that_looks_again_hears_nothing_until_something_is_new(
    phone: Client, consultation: Consultation
) -> None:
    seen = mark_of(phone.get(at(consultation)).text)
    again = phone.get(at(consultation, "now/"), headers={"If-None-Match": seen})
    assert (again.status_code, again.content) == (304, b"")
    make_session("Welcome", consultation=consultation)
    fresh = phone.get(at(consultation, "now/"), headers={"If-None-Match": seen})
    assert (fresh.status_code, mark_of(fresh.text) != seen, "Welcome" in fresh.text) == (200, True, True)


def test_answering_is_nothing_new_but_the_first_new_statement_is(phone: Client, opinion_map: OpinionMap) -> None:
    for text in ("Prisons", "Schools"):
        make_statement(text, opinion_map=opinion_map)
    home = at(opinion_map.consultation)

    def answer() -> str:
        shown = re.search(r'name="statement" value="(\w+)"', phone.get(home).text)
        assert shown
        phone.post(f"{home}vote/", {"statement": shown[1], "choice": "1", "act": str(uuid4())})
        return mark_of(phone.get(home).text)

    before = mark_of(phone.get(home).text)
    one_left, none_left = answer(), answer()
    make_statement("Courts", opinion_map=opinion_map)
    assert (one_left == before, none_left == before, mark_of(phone.get(home).text) == before) == (True, False, True)


def test_what_is_said_from_phones_gathers_in_one_discussion_for_each_session(
    phone: Client, consultation: Consultation, heron: Participant
) -> None:
    session = make_session("Work in clusters", consultation=consultation, starts_at=timezone.now() - timedelta(hours=2))
    phone.post(at(consultation, "say/"), {"text": "In the pause", "act": str(uuid4())})
    session.ends_at = timezone.now() + timedelta(hours=1)
    session.save()
    ibis = guest(make_participant("Ibis", consultation=consultation))
    for client, text in ((phone, "Good morning"), (ibis, "صباح الخير")):
        assert client.post(at(consultation, "say/"), {"text": text, "act": str(uuid4())}).status_code == 302
    said = {each.session: [entry.text for entry in each.thread.entries.all()] for each in Saying.objects.all()}
    assert said == {None: ["In the pause"], session: ["Good morning", "صباح الخير"]}
    assert Saying.objects.get(session=session).thread.title == "Said in the hall: Work in clusters"


def test_what_a_phone_sends_many_times_is_said_once(phone: Client, consultation: Consultation) -> None:
    told = {"text": "Good morning", "act": str(uuid4())}
    answers = [phone.post(at(consultation, "say/"), told, headers=FROM_THE_OUTBOX).status_code for _each in range(4)]
    assert (answers, Entry.objects.count()) == ([204, 204, 204, 204], 1)


def test_other_words_under_the_same_mark_are_shown_and_not_kept(phone: Client, consultation: Consultation) -> None:
    act = str(uuid4())
    phone.post(at(consultation, "say/"), {"text": "Good morning", "act": act})
    conflict = phone.post(at(consultation, "say/"), {"text": "Good evening", "act": act}, headers=FROM_THE_OUTBOX)
    assert (conflict.status_code, "Good evening" in conflict.text) == (409, True)
    assert Entry.objects.get().text == "Good morning"


def test_saying_nothing_is_refused_and_what_is_wrong_stands_at_the_field(
    phone: Client, consultation: Consultation
) -> None:
    answer = phone.post(at(consultation, "say/"), {"text": "   ", "act": str(uuid4())})
    assert (answer.status_code, "errorlist" in answer.text) == (400, True)


def test_when_the_consultation_is_closed_it_says_why_nothing_can_be_said(
    phone: Client, consultation: Consultation
) -> None:
    consultation.phase = Phase.CLOSED
    consultation.save()
    why = str(phase_allows(consultation, Deed.WRITE).why)
    page = phone.get(at(consultation)).text
    assert ("<textarea" in page, why in page) == (False, True)
    refused = phone.post(at(consultation, "say/"), {"text": "Late", "act": str(uuid4())}, headers=FROM_THE_OUTBOX)
    assert (refused.status_code, why in refused.text) == (403, True)


def test_a_seat_elsewhere_opens_nothing_here(phone: Client) -> None:
    other = make_consultation("Another")
    assert phone.get(at(other)).headers["Location"].startswith("/account/login/")
    assert phone.get(at(other, "now/")).headers["Location"].startswith("/account/login/")


def test_no_other_name_stands_on_a_phone(phone: Client, consultation: Consultation) -> None:
    ibis = make_participant("Ibis of the marsh", consultation=consultation)
    guest(ibis).post(at(consultation, "say/"), {"text": "Here I am", "act": str(uuid4())})
    page = phone.get(at(consultation)).text
    assert "Ibis" not in page


@pytest.mark.parametrize("many", [1, 3])
def test_looking_again_costs_the_same_for_one_and_for_many(
    many: int, phone: Client, opinion_map: OpinionMap, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        make_statement(f"Statement {number}", opinion_map=opinion_map)
        make_session(consultation=opinion_map.consultation, starts_at=timezone.now() + timedelta(hours=number))
    with django_assert_num_queries(3):
        phone.get(at(opinion_map.consultation, "now/"))


def test_a_vote_costs_few_queries(
    phone: Client, opinion_map: OpinionMap, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    statements = [make_statement(f"Statement {number}", opinion_map=opinion_map) for number in range(4)]
    for statement in statements[:2]:
        told = {"statement": statement.key, "choice": "1", "act": str(uuid4())}
        phone.post(f"{at(opinion_map.consultation)}vote/", told, headers=FROM_THE_OUTBOX)
    told = {"statement": statements[2].key, "choice": "1", "act": str(uuid4())}
    # Who sits there, the act, the statement, the ballot, the vote (in place of an earlier one, or new), how often it
    # was seen; then what is asked next. The rest marks where transactions begin.
    with django_assert_num_queries(14):
        phone.post(f"{at(opinion_map.consultation)}vote/", told, headers=FROM_THE_OUTBOX)
