"""More than a password for every role that writes; what changes it ends the other sessions and is told."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from pytest_django import Settings

from suivi.coalitions.models import Person
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import PASSWORD, make_member, make_passkey, make_person
from suivi.history.models import Event

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SET_UP = "/account/factors/"


def _code(seconds_from_now: int = 0) -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time() + seconds_from_now) // 30))


def _with_app(handle: str = "mara") -> Person:
    person = make_member(handle, second_factor=False).person
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": SECRET})
    Authenticator.objects.create(
        user=person, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "seed", "used_mask": 0}
    )
    return person


def _half_way(client: Client) -> Client:
    answer = client.post("/account/login/", {"login": "mara", "password": PASSWORD})
    assert answer.headers["Location"] == "/account/factors/authenticate/"
    return client


@pytest.mark.parametrize("role", list(ROLES))
def test_roles_that_write_are_led_to_set_one_up_and_readers_are_not(client: Client, role: str) -> None:
    client.force_login(make_member("mara", role=role, second_factor=False).person)
    answer = client.get("/me/")
    if ROLES[role].contributes:
        assert (answer.status_code, answer.headers["Location"]) == (302, SET_UP)
    else:
        assert answer.status_code == 200


def test_nothing_can_be_written_before_it_is_set_up(client: Client) -> None:
    client.force_login(make_member("mara", second_factor=False).person)
    assert client.post("/people/organisations/new/", {"name": "Legal Aid"}).headers["Location"] == SET_UP
    assert not Event.objects.filter(verb="add_organisation").exists()


def test_with_one_set_up_the_house_is_open(client: Client) -> None:
    client.force_login(make_member("mara").person)
    assert client.get("/people/").status_code == 200


def test_a_demo_on_ones_own_machine_asks_nobody(client: Client, settings: Settings) -> None:
    settings.SECOND_FACTOR = False
    client.force_login(make_member("mara", second_factor=False).person)
    assert client.get("/people/").status_code == 200


def test_a_password_alone_does_not_open_an_account_with_an_app(client: Client) -> None:
    _with_app()
    _half_way(client)
    assert client.get("/me/").status_code == 302
    assert client.post("/account/factors/authenticate/", {"code": _code()}).status_code == 302
    assert client.get("/me/").status_code == 200


def test_a_code_of_the_app_works_once(client: Client) -> None:
    _with_app()
    code = _code()
    _half_way(client).post("/account/factors/authenticate/", {"code": code})
    second = _half_way(Client())
    assert second.post("/account/factors/authenticate/", {"code": code}).status_code == 200
    assert second.get("/me/").status_code == 302


def test_a_recovery_code_works_once(client: Client) -> None:
    person = _with_app()
    code = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()[0]
    assert _half_way(client).post("/account/factors/authenticate/", {"code": code}).status_code == 302
    second = _half_way(Client())
    assert second.post("/account/factors/authenticate/", {"code": code}).status_code == 200


def test_ten_wrong_codes_close_the_second_step_for_a_while(client: Client) -> None:
    _with_app()
    _half_way(client)
    for _each in range(10):
        client.post("/account/factors/authenticate/", {"code": "000000"})
    assert client.post("/account/factors/authenticate/", {"code": _code()}).status_code == 200


def test_setting_up_an_app_ends_other_sessions_keeps_this_one_and_is_told(client: Client) -> None:
    member = make_member("mara", second_factor=False)
    other = Client()
    other.force_login(member.person)
    client.force_login(member.person)
    client.get(SET_UP)
    before = client.session.session_key
    secret = client.get("/account/factors/app/activate/").context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    assert client.post("/account/factors/app/activate/", {"code": code}).status_code == 302
    assert client.get("/people/").status_code == 200
    assert client.session.session_key != before
    assert other.get("/people/").headers["Location"].startswith("/account/login/")
    told = Event.objects.get(verb="change_sign_in")
    assert told.thing == f"membership:{member.key}"
    assert told.details == {"changed": "recovery_codes, totp"}
    assert secret not in str(told.details)


def test_removing_the_last_one_closes_the_house_again(client: Client) -> None:
    person = make_member("mara").person
    client.force_login(person)
    client.get("/people/")
    key = Authenticator.objects.get(user=person).pk
    assert client.post(f"/account/factors/passkeys/{key}/remove/").status_code == 302
    assert client.get("/people/").headers["Location"] == SET_UP


def test_changing_factors_late_asks_again_who_it_is(client: Client) -> None:
    person = make_member("mara").person
    client.force_login(person)
    client.get("/people/")
    session = client.session
    session["began"] -= 301
    session.save()
    key = Authenticator.objects.get(user=person).pk
    answer = client.post(f"/account/factors/passkeys/{key}/remove/")
    assert answer.headers["Location"].startswith("/account/again/")
    assert Authenticator.objects.filter(user=person).exists()


def test_somebody_elses_passkey_is_a_missing_one(client: Client) -> None:
    other = make_passkey(make_person("idris"))
    client.force_login(make_member("mara").person)
    client.get("/people/")
    for verb in ("edit", "remove"):
        assert client.get(f"/account/factors/passkeys/{other.pk}/{verb}/").status_code == 404
        assert client.post(f"/account/factors/passkeys/{other.pk}/{verb}/", {"name": "mine"}).status_code == 404
