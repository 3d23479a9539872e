"""The first start: the one-time code, and whoever holds it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.html import escape

from suivi.coalitions.actions.founding import found_first_coalition
from suivi.coalitions.first_code import is_first_code, make_first_code
from suivi.coalitions.models import Membership, Person
from suivi.coalitions.tests.factories import PASSWORD, make_person
from suivi.common.decisions import Refused
from suivi.history.models import Event

pytestmark = pytest.mark.django_db

ANSWERS = {
    "coalition": "Orvana Rights Coalition",
    "state": "ALB",
    "name": "Mara",
    "handle": "Mara-One",
    "password": PASSWORD,
    "again": PASSWORD,
}


def test_the_code_is_kept_as_a_hash_that_only_its_owner_reads() -> None:
    code = make_first_code()
    path = Path(settings.FIRST_CODE)
    assert code is not None
    assert code not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_code_may_be_typed_with_spaces_and_capitals() -> None:
    code = make_first_code() or ""
    assert is_first_code(code.upper().replace("-", " "))


def test_a_newer_code_makes_the_older_one_worthless() -> None:
    older = make_first_code() or ""
    make_first_code()
    assert not is_first_code(older)


def test_no_code_is_made_where_somebody_is_already() -> None:
    make_first_code()
    make_person()
    assert make_first_code() is None
    assert not Path(settings.FIRST_CODE).exists()


def test_whoever_holds_the_code_becomes_coordinator_signed_in_and_led_to_a_second_factor(client: Client) -> None:
    answer = client.post("/start/", ANSWERS | {"code": make_first_code()})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/factors/")
    founded = Membership.objects.get()
    assert (founded.role_key, founded.person.handle, founded.coalition.state) == ("coordinator", "mara-one", "ALB")
    assert client.session["_auth_user_id"] == str(founded.person.pk)
    assert [event.verb for event in Event.objects.all()] == ["found_coalition", "add_coordinator"]


def test_the_code_works_once(client: Client) -> None:
    code = make_first_code()
    client.post("/start/", ANSWERS | {"code": code})
    assert Client().post("/start/", ANSWERS | {"code": code, "handle": "second"}).status_code == 404
    assert Client().get("/start/").status_code == 404


def test_a_wrong_code_founds_nothing_and_says_so(client: Client) -> None:
    make_first_code()
    answer = client.post("/start/", ANSWERS | {"code": "aaaa-bbbb-cccc-dddd"})
    assert answer.status_code == 400
    assert "This is not the code." in answer.content.decode()
    assert not Person.objects.exists()


def test_the_eleventh_wrong_code_in_five_minutes_is_not_looked_at(client: Client) -> None:
    code = make_first_code()
    for _each in range(10):
        assert client.post("/start/", ANSWERS | {"code": "wrong"}).status_code == 400
    assert client.post("/start/", ANSWERS | {"code": code}).status_code == 429
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"again": "something else"}, "This is not the same password."),
        ({"password": "short", "again": "short"}, "too short"),
        ({"password": "mara-one-mara", "again": "mara-one-mara"}, "too similar"),
        ({"state": "ZZZ"}, "valid choice"),
        ({"handle": ""}, "required"),
    ],
)
def test_what_is_missing_or_weak_is_said_at_its_field(client: Client, answers: dict[str, str], sentence: str) -> None:
    answer = client.post("/start/", ANSWERS | {"code": make_first_code()} | answers)
    assert answer.status_code == 400
    assert escape(sentence) in answer.content.decode()


def test_two_who_found_at_once_leave_one_coalition() -> None:
    told = {"coalition": "A", "state": "ALB", "name": "A", "password": PASSWORD}
    found_first_coalition(**told, handle="first", by="A")
    with pytest.raises(Refused):
        found_first_coalition(**told, handle="second", by="A")
    assert Membership.objects.count() == 1


def test_the_door_leads_to_the_start_while_nobody_is_here(client: Client) -> None:
    assert client.get("/account/login/").headers["Location"] == "/start/"
    make_person()
    assert client.get("/account/login/").status_code == 200
