"""The door: throttled before anything is hashed, never telling who exists, never locking out a known device."""

from __future__ import annotations

from datetime import timedelta
from http.cookies import Morsel

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from suivi.coalitions.actions.accounts import give_new_way_in
from suivi.coalitions.middleware import BEGAN, SEEN
from suivi.coalitions.tests.factories import PASSWORD, make_member, make_person

pytestmark = pytest.mark.django_db

DOOR = "/account/login/"


def _knock(client: Client, handle: str, password: str, **headers: str) -> int:
    """Try a password and return the status: 302 in, 200 not in."""
    return client.post(DOOR, {"login": handle, "password": password}, headers=headers).status_code


def test_a_name_and_its_password_open_the_door(client: Client) -> None:
    make_person("mara")
    assert _knock(client, " MARA ", PASSWORD) == 302


def test_wrong_password_unknown_name_and_closed_account_without_password_look_alike() -> None:
    make_person("mara")
    make_person("closed", active=False)
    said = []
    for handle in ("mara", "nobody", "closed"):
        page = Client().post(DOOR, {"login": handle, "password": "wrong wrong wrong"}).content.decode()
        said.append("\n".join(line.replace(handle, "") for line in page.splitlines() if "csrf" not in line))
    assert said[0] == said[1] == said[2]


def test_an_unknown_name_costs_as_many_hashes_as_a_known_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person("mara")
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counting(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    _knock(client, "mara", "wrong wrong wrong")
    for_known = len(hashed)
    _knock(client, "nobody", "wrong wrong wrong")
    assert len(hashed) - for_known == for_known == 1


def test_ten_guesses_a_name_in_five_minutes_are_looked_at_whatever_address_they_claim() -> None:
    make_person("mara")
    for number in range(10):
        _knock(
            Client(), "mara", "wrong wrong wrong", x_forwarded_for=f"203.0.113.{number}", host=f"localhost:{number + 1}"
        )
    assert _knock(Client(), "mara", PASSWORD, host="localhost:99") == 200


def test_thirty_guesses_a_minute_from_one_network_are_looked_at_however_many_names() -> None:
    make_person("mara")
    for number in range(30):
        _knock(Client(), f"nobody-{number}", "wrong wrong wrong")
    assert _knock(Client(), "mara", PASSWORD) == 200


def test_a_device_somebody_signed_in_from_is_not_locked_out_by_strangers(client: Client) -> None:
    make_person("mara")
    assert _knock(client, "mara", PASSWORD) == 302
    client.post("/account/logout/")
    for _each in range(40):
        _knock(Client(), "mara", "wrong wrong wrong")
    assert _knock(Client(), "mara", PASSWORD) == 200
    assert _knock(client, "mara", PASSWORD) == 302


def test_a_known_device_is_known_for_its_person_alone(client: Client) -> None:
    make_person("mara")
    make_person("idris")
    _knock(client, "mara", PASSWORD)
    client.post("/account/logout/")
    for _each in range(10):
        _knock(Client(), "idris", "wrong wrong wrong")
    assert _knock(client, "idris", PASSWORD) == 200


def test_a_known_device_has_ten_guesses_too(client: Client) -> None:
    make_person("mara")
    _knock(client, "mara", PASSWORD)
    client.post("/account/logout/")
    for _each in range(10):
        _knock(client, "mara", "wrong wrong wrong")
    assert _knock(client, "mara", PASSWORD) == 200


def test_the_mark_of_a_device_names_nobody_and_cannot_be_made_up(client: Client) -> None:
    make_person("mara")
    _knock(client, "mara", PASSWORD)
    mark: Morsel[str] = client.cookies["device"]
    assert "mara" not in mark.value
    for _each in range(10):
        _knock(Client(), "mara", "wrong wrong wrong")
    forger = Client()
    forger.cookies["device"] = mark.value[:-1] + ("a" if mark.value[-1] != "a" else "b")
    assert _knock(forger, "mara", PASSWORD) == 200


def test_addresses_are_kept_as_keyed_hashes_only(client: Client) -> None:
    person = make_person("mara")
    client.post(DOOR, {"login": "mara", "password": PASSWORD}, REMOTE_ADDR="203.0.113.77")
    kept = UserSession.objects.get(user=person).ip
    assert kept.startswith("fd")
    assert "203.0.113.77" not in kept


def test_signing_in_gives_the_session_another_key(client: Client) -> None:
    make_person("mara")
    client.get("/invitation/?by=anything")
    before = client.session.session_key
    _knock(client, "mara", PASSWORD)
    assert before
    assert client.session.session_key != before


@pytest.mark.parametrize(("stamp", "ago"), [(SEEN, timedelta(minutes=31)), (BEGAN, timedelta(hours=12, minutes=1))])
def test_a_session_idle_or_too_old_is_over(client: Client, stamp: str, ago: timedelta) -> None:
    client.force_login(make_member("mara").person)
    assert client.get("/me/").status_code == 200
    session = client.session
    session[stamp] = int((timezone.now() - ago).timestamp())
    session.save()
    assert client.get("/me/").headers["Location"].startswith(DOOR)


def test_whoever_was_signed_out_by_the_clock_is_told_so(client: Client) -> None:
    client.force_login(make_member("mara").person)
    client.get("/me/")
    session = client.session
    session[SEEN] -= 31 * 60
    session.save()
    assert "You were signed out after a while" in client.get("/me/", follow=True).content.decode()


def test_signing_in_forgets_who_was_here_before_and_what_was_tried() -> None:
    mara = make_person("mara")
    over, alive = Client(), Client()
    for device in (over, alive):
        device.force_login(mara)
        UserSession.objects.create(user=mara, session_key=device.session.session_key, ip="fd00::")
    Session.objects.filter(session_key=over.session.session_key).update(
        expire_date=timezone.now() - timedelta(minutes=1)
    )
    cache.set("tried-and-over", 1, timeout=-60)
    cache.set("tried-just-now", 1, timeout=60)
    assert _knock(Client(), "mara", PASSWORD) == 302
    for kind in (Session, UserSession):
        keys = set(kind._default_manager.values_list("session_key", flat=True))
        assert over.cookies["session"].value not in keys
        assert alive.cookies["session"].value in keys
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM common_cache")
        kept = " ".join(key for (key,) in cursor.fetchall())
    assert "tried-just-now" in kept
    assert "tried-and-over" not in kept


def test_a_page_view_notes_that_it_was_seen_once_a_minute_at_most(client: Client) -> None:
    client.force_login(make_member("mara").person)
    client.get("/me/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/me/")
    assert [each["sql"] for each in asked if each["sql"].startswith(("UPDATE", "INSERT", "DELETE"))] == []


def test_a_new_password_ends_every_session() -> None:
    mara = make_member("mara").person
    phone, laptop = Client(), Client()
    for device in (phone, laptop):
        device.force_login(mara)
    told = {"oldpassword": PASSWORD, "password1": "meadow clock paper wind", "password2": "meadow clock paper wind"}
    laptop.get("/me/")
    assert laptop.post("/account/password/change/", told).status_code == 302
    assert [device.get("/me/").status_code for device in (phone, laptop)] == [302, 302]


def test_a_new_way_in_from_the_terminal_ends_sessions_and_forgets_factors() -> None:
    mara = make_member("mara").person
    phone = Client()
    phone.force_login(mara)
    give_new_way_in(person=mara, password="meadow clock paper wind", by="the terminal")
    assert phone.get("/me/").status_code == 302
    assert not Authenticator.objects.filter(user=mara).exists()
    assert _knock(Client(), "mara", "meadow clock paper wind") == 302


def test_a_closed_account_ends_its_sessions_at_once(client: Client) -> None:
    mara = make_member("mara").person
    client.force_login(mara)
    mara.is_active = False
    mara.save()
    assert client.get("/me/").status_code == 302


def test_the_last_name_and_language_follow_the_person(client: Client) -> None:
    person = make_person("mara")
    client.force_login(person)
    assert client.post("/me/", {"name": "Mara S.", "language": "fr"}).cookies["language"].value == "fr"
    person.refresh_from_db()
    assert (person.name, person.language) == ("Mara S.", "fr")
    assert client.post("/me/", {"name": "Mara S.", "language": ""}).cookies["language"].value == ""
    client.post("/me/", {"name": "Mara S.", "language": "fr"})
    assert Client().post(DOOR, {"login": "mara", "password": PASSWORD}).cookies["language"].value == "fr"
