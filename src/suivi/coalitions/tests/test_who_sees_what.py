"""The page "who can see what" says what the rules say, whatever they come to say."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from suivi.coalitions.rules import ROLES, Member, Official, Role, Zone
from suivi.coalitions.rules.opening import OPENS, flags_of, opened_by, roles_with, zones_of
from suivi.coalitions.tests.factories import make_coalition, make_frozen, make_member, make_organisation, signed_in

pytestmark = pytest.mark.django_db


def test_every_flag_of_a_role_has_its_sentence_and_every_sentence_its_flag() -> None:
    assert {name for name, value in vars(Role).items() if isinstance(value, bool)} == set(OPENS)


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_what_is_told_of_a_role_is_what_its_class_opens(role: type[Role]) -> None:
    assert opened_by(role) == [str(says) for flag, says in OPENS.items() if getattr(role, flag)]


def test_partners_and_guests_see_what_is_shared_and_members_everything() -> None:
    assert zones_of(Member) == frozenset(Zone)
    assert zones_of(Official) == {Zone.SHARED, Zone.PUBLIC}
    assert {role.key for role in ROLES.values() if Zone.PRIVATE not in zones_of(role)} == {"nhri", "official"}


def test_the_page_tells_every_role_what_it_opens_and_who_holds_it() -> None:
    mara = make_member("mara", organisation=make_organisation())
    make_member("idris", role="member")
    make_frozen("heron", role="steering")
    make_member("strange", coalition=make_coalition("Elsewhere"))
    answer = signed_in(mara).get("/people/who-sees-what/")
    told = {
        role.key: (opens, [each.person.name for each in holders]) for role, opens, holders in answer.context["roles"]
    }
    assert set(told) == set(ROLES)
    assert told["coordinator"] == (opened_by(ROLES["coordinator"]), ["Mara"])
    assert told["steering"][1] == []
    page = answer.content.decode()
    assert "Strange" not in page
    assert "Heron" in page
    assert "1 person keeps people." in page


def test_the_page_follows_a_rule_that_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    mara = make_member("mara")
    monkeypatch.setattr(ROLES["observer"], "keeps_record", True)
    told = {role.key: opens for role, opens, _holders in signed_in(mara).get("/people/who-sees-what/").context["roles"]}
    assert str(OPENS["keeps_record"]) in told["observer"]
    assert flags_of(ROLES["observer"]) >= {"keeps_record"}
    assert ROLES["observer"] in roles_with("keeps_record")


def test_it_says_how_this_server_is_set_up(settings: Settings) -> None:
    client = signed_in(make_member("mara"))
    assert "needs more than a password" in client.get("/people/who-sees-what/").content.decode()
    settings.SECOND_FACTOR = False
    assert "a password alone is enough" in client.get("/people/who-sees-what/").content.decode()


def test_it_costs_the_same_for_one_and_for_thirty(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    mara = make_member("mara")
    make_member("tomas", role="custodian")
    client = signed_in(mara)
    client.get("/people/who-sees-what/")
    for count in (1, 30):
        for number in range(count):
            make_member(f"member-{count}-{number}", role="member", organisation=make_organisation(f"{count}-{number}"))
        with django_assert_num_queries(4):
            assert client.get("/people/who-sees-what/").status_code == 200


@pytest.mark.parametrize("role", ["nhri", "official"])
def test_partners_and_guests_do_not_read_it(role: str) -> None:
    assert signed_in(make_member("guest", role=role)).get("/people/who-sees-what/").status_code == 403


def test_a_member_since_today_stands_on_it_today() -> None:
    mara = make_member("mara")
    page = signed_in(mara).get("/people/who-sees-what/").content.decode()
    assert str(timezone.localdate().year) in page
