"""The wall: what it shows, who chooses it, and what never stands on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.consultations.actions.doors import open_door
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant, make_session
from suivi.hall.models import Wall
from suivi.history.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member("mara", role="coordinator")


@pytest.fixture
def consultation(mara: Membership) -> Consultation:
    return make_consultation(coalition=mara.coalition)


@pytest.fixture
def desk(mara: Membership) -> Client:
    return at_the_desk_of(mara)


def at(consultation: Consultation, more: str = "") -> str:
    return f"/consultations/{consultation.key}/live/{more}"


def test_before_anybody_chose_it_shows_what_is_on(desk: Client, consultation: Consultation) -> None:
    make_session("Work in clusters", consultation=consultation, starts_at=timezone.now() - timedelta(minutes=5))
    page = desk.get(at(consultation)).text
    assert ('class="stage agenda"' in page, "Work in clusters" in page, "left" in page) == (True, True, True)


def test_the_code_and_its_picture_stand_there_while_the_door_is_open(
    desk: Client, consultation: Consultation, mara: Membership, settings: Settings
) -> None:
    settings.ADDRESS = "https://suivi.example"
    desk.post(at(consultation, "show/"), {"slide": "door"})
    assert "The door is closed" in desk.get(at(consultation)).text
    door = open_door(consultation=consultation, at=timezone.now(), by=mara)
    page = desk.get(at(consultation)).text
    assert (door.as_shown in page, "https://suivi.example/join/" in page, "data:image/svg" in page) == (True,) * 3


def test_whoever_runs_it_chooses_and_every_wall_follows(desk: Client, consultation: Consultation) -> None:
    wall = at_the_desk_of(make_member("lina", role="member"))
    assert desk.post(at(consultation, "show/"), {"slide": "door", "remote": "1"}).headers["Location"] == at(
        consultation, "remote/"
    )
    assert 'class="stage door"' in wall.get(at(consultation, "now/")).text
    assert Event.objects.filter(verb="show_on_wall").count() == 1


def test_choosing_what_stands_there_already_changes_and_tells_nothing(desk: Client, consultation: Consultation) -> None:
    for _each in range(2):
        desk.post(at(consultation, "show/"), {"slide": "door"})
    assert (Wall.objects.get().shown, Event.objects.filter(verb="show_on_wall").count()) == ("door", 1)


def test_from_the_keyboard_the_answer_is_the_wall_itself(desk: Client, consultation: Consultation) -> None:
    answer = desk.post(at(consultation, "show/"), {"slide": "door"}, headers={"X-Wall": "1"})
    assert (answer.status_code, answer.text.lstrip().startswith('<section id="wall"')) == (200, True)


def test_what_is_not_offered_cannot_be_shown(desk: Client, consultation: Consultation) -> None:
    assert desk.post(at(consultation, "show/"), {"slide": "decision:nothing"}).status_code == 400
    assert not Wall.objects.exists()


def test_members_see_the_wall_and_have_no_keys_to_it(consultation: Consultation) -> None:
    lina = at_the_desk_of(make_member("lina", role="member"))
    assert "data-turn" not in lina.get(at(consultation)).text
    assert lina.get(at(consultation, "remote/")).status_code == 403
    assert lina.post(at(consultation, "show/"), {"slide": "door"}).status_code == 403


def test_it_says_how_many_sit_there_and_nobody_s_name(desk: Client, consultation: Consultation) -> None:
    for name in ("Heron", "Ibis"):
        make_participant(name, consultation=consultation)
    page = desk.get(at(consultation)).text
    assert ("2 seats taken" in page, "Heron" in page, "Ibis" in page) == (True, False, False)


def test_a_wall_that_looks_again_hears_nothing_until_something_changes(
    desk: Client, consultation: Consultation
) -> None:
    def look(mark: str) -> tuple[int, str]:
        answer = desk.get(at(consultation, "now/"), headers={"If-None-Match": mark})
        return answer.status_code, answer.text.partition('data-mark="')[2].partition('"')[0]

    _status, mark = look("")
    # The clock on the wall turns with the minute; a test that begins with its last second looks twice.
    assert 304 in {look(mark)[0], look(look("")[1])[0]}
    make_participant("Heron", consultation=consultation)
    assert look(mark)[0] == 200


def test_without_scripts_it_comes_again_by_itself(desk: Client, consultation: Consultation) -> None:
    assert '<noscript><meta http-equiv="refresh"' in desk.get(at(consultation)).text


@pytest.mark.parametrize("seats", [1, 3])
def test_the_wall_costs_the_same_for_one_seat_and_for_three(
    seats: int, desk: Client, consultation: Consultation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(seats):
        make_participant(f"Phone {number}", consultation=consultation)
    desk.get("/")
    with django_assert_num_queries(14):
        desk.get(at(consultation))
