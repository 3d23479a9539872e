"""One link for many: they ask, see nothing, and are let in by somebody who keeps people, or forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from suivi.coalitions.actions.freezing import set_silence
from suivi.coalitions.actions.joining import approve_newcomers, ask_to_join, decline_newcomers, forget_newcomers
from suivi.coalitions.actions.members import change_membership
from suivi.coalitions.actions.vouching import set_vouching
from suivi.coalitions.models import JoinLink, JoinRequest, Membership, Person
from suivi.coalitions.permissions.doors import can_ask_to_join
from suivi.coalitions.queries.doors import join_link_with, newcomers_of
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import (
    PASSWORD,
    make_coalition,
    make_join_link,
    make_member,
    make_organisation,
    make_person,
    signed_in,
)
from suivi.common.decisions import Refused
from suivi.history.models import Event

pytestmark = pytest.mark.django_db

NEWCOMER = {"name": "Heron", "word": "met at the forum", "handle": "heron", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def mara() -> Membership:
    """Return a coordinator beside whom another keeps people too."""
    make_member("tomas", role="custodian")
    return make_member("mara")


def _ask(token: str, handle: str = "heron") -> Client:
    client = Client()
    client.get(f"/invitation/ask/?by={token}")
    assert client.post("/invitation/ask/", NEWCOMER | {"handle": handle}).status_code == 302
    return client


def _opens(link: JoinLink, person: Person | None = None) -> bool:
    return bool(can_ask_to_join(join_link_with(link.token_hash), person, timezone.now()))


def test_a_newcomer_asks_and_sees_one_sentence_until_let_in(mara: Membership) -> None:
    _link, token = make_join_link(by=mara, role="observer")
    newcomer = _ask(token)
    for address in ("/", "/people/", "/recommendations/", "/me/"):
        answer = newcomer.get(address)
        assert answer.status_code == 403
        assert "You are not in yet" in answer.content.decode()
        assert mara.coalition.name not in answer.content.decode()
    keeper = signed_in(mara)
    page = keeper.get("/people/waiting/").content.decode()
    assert "Heron" in page
    assert "met at the forum" in page
    keeper.post("/people/waiting/decide/", {"pick": JoinRequest.objects.get().key, "say": "yes"})
    assert newcomer.get("/people/").status_code == 200
    assert Membership.objects.get(person__handle="heron").role_key == "observer"
    assert JoinRequest.objects.get().word == ""


def test_the_link_is_shown_once_and_kept_as_a_hash(mara: Membership, capsys: pytest.CaptureFixture[str]) -> None:
    legal_aid = make_organisation(coalition=mara.coalition)
    keeper = signed_in(mara)
    told = {"meant_for": "the network", "role_key": "member", "organisation": legal_aid.pk, "places": "30", "days": "7"}
    answer = keeper.post("/people/links/new/", told)
    token = answer.context["link"].partition("by=")[2]
    assert token in answer.content.decode()
    assert token not in keeper.get("/people/").content.decode()
    made = JoinLink.objects.get()
    assert (made.organisation, made.places, made.expires_at - made.opened_at) == (legal_aid, 30, timedelta(days=7))
    capsys.readouterr()
    call_command("dumpdata", "coalitions")
    assert token not in capsys.readouterr().out


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"member", "observer"}))
def test_a_link_for_several_never_gives_more_than_a_members_role(mara: Membership, role: str) -> None:
    told = {"meant_for": "x", "role_key": role, "places": "3", "days": "1"}
    assert signed_in(mara).post("/people/links/new/", told).status_code == 400
    assert not JoinLink.objects.exists()


def test_opening_the_link_takes_the_token_out_of_the_address(mara: Membership, client: Client) -> None:
    _link, token = make_join_link(by=mara)
    answer = client.get(f"/invitation/ask/?by={token}")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/invitation/ask/")
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_a_role_typed_into_the_form_changes_nothing(mara: Membership, client: Client) -> None:
    _link, token = make_join_link(by=mara, role="observer")
    client.get(f"/invitation/ask/?by={token}")
    client.post("/invitation/ask/", NEWCOMER | {"role_key": "coordinator", "state": "approved", "link": "7"})
    approve_newcomers(requests=newcomers_of(mara.coalition), at=timezone.now(), by=mara)
    assert Membership.objects.get(person__handle="heron").role_key == "observer"


def test_a_link_dies_with_time_with_withdrawal_with_its_places_and_with_its_makers_right(mara: Membership) -> None:
    old, _token = make_join_link(by=mara, at=timezone.now() - timedelta(days=3))
    assert not _opens(old)
    withdrawn, _token = make_join_link(by=mara)
    signed_in(mara).post(f"/people/links/{withdrawn.key}/withdraw/")
    assert not _opens(withdrawn)
    small, token = make_join_link(by=mara, places=1)
    assert _opens(small)
    _ask(token)
    assert not _opens(small)
    last, _token = make_join_link(by=mara)
    lina = make_member("lina")
    change_membership(whom=mara, role_key="member", organisation=None, at=timezone.now(), by=lina)
    assert not _opens(last)


def test_a_dead_link_and_one_never_made_are_one_answer(mara: Membership) -> None:
    link, token = make_join_link(by=mara)
    signed_in(mara).post(f"/people/links/{link.key}/withdraw/")
    answers = [Client().get(f"/invitation/ask/?by={each}", follow=True) for each in (token, "never-made")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content.decode().split("csrfmiddlewaretoken")[0] for answer in answers}) == 1


def test_whoever_is_declined_is_forgotten(mara: Membership) -> None:
    _link, token = make_join_link(by=mara)
    newcomer = _ask(token)
    signed_in(mara).post("/people/waiting/decide/", {"pick": JoinRequest.objects.get().key, "say": "no"})
    assert not Person.objects.filter(handle="heron").exists()
    assert not JoinRequest.objects.exists()
    assert newcomer.get("/").status_code == 302
    assert Event.objects.filter(verb="decline_newcomer").count() == 1


def test_whoever_belongs_elsewhere_is_declined_and_keeps_their_account(mara: Membership) -> None:
    elsewhere = make_member("heron", role="member", coalition=make_coalition("Elsewhere"))
    link, _token = make_join_link(by=mara)
    ask_to_join(link=link, word="", at=timezone.now(), by=elsewhere.person)
    decline_newcomers(requests=newcomers_of(mara.coalition), by=mara)
    assert signed_in(elsewhere).get("/people/").status_code == 200
    assert JoinRequest.objects.get().state == "declined"


def test_whom_nobody_looks_at_for_two_weeks_is_forgotten(mara: Membership) -> None:
    _link, token = make_join_link(by=mara)
    _ask(token)
    now = timezone.now()
    assert forget_newcomers(at=now + timedelta(days=13), by="suivi") == 0
    assert forget_newcomers(at=now + timedelta(days=15), by="suivi") == 1
    assert not Person.objects.filter(handle="heron").exists()


def test_many_are_let_in_at_once_and_nobody_twice(mara: Membership) -> None:
    link, _token = make_join_link(by=mara, role="member")
    for number in range(5):
        ask_to_join(link=link, word="", at=timezone.now(), by=make_person(f"newcomer-{number}"))
    asked = list(newcomers_of(mara.coalition))
    assert len(approve_newcomers(requests=asked, at=timezone.now(), by=mara)) == 5
    with pytest.raises(Refused, match="decided already"):
        approve_newcomers(requests=asked, at=timezone.now(), by=mara)
    assert Membership.objects.filter(person__handle__startswith="newcomer").count() == 5


def test_asking_twice_is_asking_once(mara: Membership) -> None:
    link, _token = make_join_link(by=mara)
    person = make_person("heron")
    for _each in range(2):
        ask_to_join(link=link, word="", at=timezone.now(), by=person)
    assert JoinRequest.objects.count() == 1


def test_where_a_second_member_is_asked_for_nobody_lets_in_alone_by_their_own_link(mara: Membership) -> None:
    tomas = Membership.objects.get(person__handle="tomas")
    set_vouching(asks=True, by=mara)
    mara.refresh_from_db()
    link, _token = make_join_link(by=mara)
    ask_to_join(link=link, word="", at=timezone.now(), by=make_person("heron"))
    with pytest.raises(Refused, match="second member"):
        approve_newcomers(requests=newcomers_of(mara.coalition), at=timezone.now(), by=mara)
    assert "by your own link" in signed_in(mara).get("/people/waiting/").content.decode()
    assert approve_newcomers(requests=newcomers_of(mara.coalition), at=timezone.now(), by=tomas)


@pytest.mark.parametrize("role", ["member", "observer", "steering"])
def test_who_does_not_keep_people_neither_sees_nor_decides_who_waits(mara: Membership, role: str) -> None:
    link, _token = make_join_link(by=mara)
    asked = ask_to_join(link=link, word="met at the forum", at=timezone.now(), by=make_person("heron"))
    client = signed_in(make_member("idris", role=role))
    assert "met at the forum" not in client.get("/people/waiting/").content.decode()
    assert client.post("/people/waiting/decide/", {"pick": asked.key, "say": "yes"}).status_code == 403


def test_who_waits_elsewhere_cannot_be_let_in_from_here(mara: Membership) -> None:
    there = make_coalition("Elsewhere")
    make_member("second", coalition=there)
    link, _token = make_join_link(by=make_member("first", coalition=there))
    asked = ask_to_join(link=link, word="", at=timezone.now(), by=make_person("heron"))
    signed_in(mara).post("/people/waiting/decide/", {"pick": asked.key, "say": "yes"})
    assert approve_newcomers(requests=[asked], at=timezone.now(), by=mara) == []
    asked.refresh_from_db()
    assert asked.state == "waiting"


def test_nobody_who_only_waits_has_a_wish_or_a_right(mara: Membership) -> None:
    _link, token = make_join_link(by=mara)
    newcomer = _ask(token)
    assert newcomer.post("/me/silence/", {"days": "7"}).status_code == 403
    assert newcomer.post("/people/vouching/", {"asks": "yes"}).status_code == 403
    set_silence(days=None, at=timezone.now(), by=mara)
