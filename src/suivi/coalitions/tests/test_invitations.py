"""Invitations: single use, 72 hours, bound to a role, kept as a hash, dead with the right to invite."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.actions.invitations import accept_invitation, open_way_back
from suivi.coalitions.actions.members import change_membership, end_membership
from suivi.coalitions.models import Invitation, Membership, Person
from suivi.coalitions.tests.factories import (
    PASSWORD,
    make_coalition,
    make_invitation,
    make_member,
    make_organisation,
    make_person,
)
from suivi.common.decisions import Refused

pytestmark = pytest.mark.django_db

NEWCOMER = {"name": "Idris", "handle": "idris", "password": PASSWORD, "again": PASSWORD}


def _link(token: str) -> str:
    return f"/invitation/?by={token}"


def _opens(client: Client, token: str) -> bool:
    return client.get(_link(token), follow=True).status_code == 200


def test_a_coordinator_makes_a_link_and_sees_it_once(client: Client) -> None:
    mara = make_member("mara")
    legal_aid = make_organisation(coalition=mara.coalition)
    client.force_login(mara.person)
    told = {"meant_for": "the lawyer", "role_key": "convenor", "organisation": legal_aid.pk}
    answer = client.post("/people/invite/", told)
    token = answer.context["link"].partition("by=")[2]
    assert token in answer.content.decode()
    assert token not in client.get("/people/").content.decode()
    made = Invitation.objects.get()
    assert (made.role_key, made.organisation, made.meant_for) == ("convenor", legal_aid, "the lawyer")
    assert made.expires_at - made.invited_at == timedelta(hours=72)


def test_the_token_is_nowhere_in_the_database(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    _made, token = make_invitation(by=make_member())
    client.get(_link(token), follow=True)
    capsys.readouterr()
    call_command("dumpdata")
    assert token not in capsys.readouterr().out


def test_opening_the_link_uses_nothing_up_and_takes_the_token_out_of_the_address(client: Client) -> None:
    _made, token = make_invitation(by=make_member())
    for _each in range(3):
        answer = client.get(_link(token))
        assert (answer.status_code, answer.headers["Location"]) == (302, "/invitation/")
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert _opens(Client(), token)


def test_a_newcomer_accepts_and_is_what_the_invitation_says(client: Client) -> None:
    _made, token = make_invitation(by=make_member(), role="observer")
    client.get(_link(token))
    answer = client.post("/invitation/", NEWCOMER)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    joined = Membership.objects.get(person__handle="idris")
    assert (joined.role_key, joined.coalition) == ("observer", make_coalition())
    assert client.session["_auth_user_id"] == str(joined.person.pk)


def test_an_invitation_works_once(client: Client) -> None:
    _made, token = make_invitation(by=make_member())
    client.get(_link(token))
    client.post("/invitation/", NEWCOMER)
    second = Client()
    assert not _opens(second, token)
    assert second.post("/invitation/", NEWCOMER | {"handle": "second"}).status_code == 404
    assert not Person.objects.filter(handle="second").exists()


def test_a_role_typed_into_the_form_of_acceptance_changes_nothing(client: Client) -> None:
    _made, token = make_invitation(by=make_member(), role="observer")
    client.get(_link(token))
    client.post("/invitation/", NEWCOMER | {"role_key": "coordinator", "is_active": "0", "coalition": "7"})
    assert Membership.objects.get(person__handle="idris").role_key == "observer"


def test_somebody_signed_in_accepts_for_the_account_they_have(client: Client) -> None:
    elsewhere = make_member("idris", role="member", coalition=make_coalition("Elsewhere"))
    _made, token = make_invitation(by=make_member(), role="convenor")
    client.force_login(elsewhere.person)
    client.get(_link(token))
    client.post("/invitation/")
    assert {each.coalition.name for each in elsewhere.person.memberships.all()} == {
        "Elsewhere",
        "Orvana Rights Coalition",
    }
    assert client.get("/people/").status_code == 200


def test_nobody_joins_twice(client: Client) -> None:
    mara = make_member()
    _made, token = make_invitation(by=mara)
    client.force_login(mara.person)
    assert "You belong to this coalition already." in client.get(_link(token), follow=True).content.decode()


def test_used_withdrawn_expired_and_never_made_are_one_answer() -> None:
    mara = make_member()
    now = timezone.now()
    used, used_token = make_invitation(by=mara)
    accept_invitation(invitation=used, at=now, by=make_person("idris"))
    withdrawn, withdrawn_token = make_invitation(by=mara)
    client = Client()
    client.force_login(mara.person)
    client.post(f"/people/invitations/{withdrawn.key}/withdraw/")
    _old, old_token = make_invitation(by=mara, at=now - timedelta(hours=73))
    tokens = [used_token, withdrawn_token, old_token, "never-made"]
    answers = [Client().get(_link(token), follow=True) for token in tokens]
    assert {answer.status_code for answer in answers} == {404}
    assert len({_without_csrf(answer.content.decode()) for answer in answers}) == 1


def test_an_invitation_dies_with_its_inviters_membership() -> None:
    mara, second, _third = make_member("mara"), make_member("second"), make_member("third", role="custodian")
    _made, token = make_invitation(by=mara)
    end_membership(whom=mara, at=timezone.now(), by=second)
    assert not _opens(Client(), token)


def test_an_invitation_dies_with_its_inviters_right_to_invite() -> None:
    mara, second, _third = make_member("mara"), make_member("second"), make_member("third", role="custodian")
    _made, token = make_invitation(by=mara)
    change_membership(whom=mara, role_key="member", organisation=None, at=timezone.now(), by=second)
    change_membership(whom=mara, role_key="coordinator", organisation=None, at=timezone.now(), by=second)
    assert not _opens(Client(), token)


def test_an_invitation_dies_with_its_inviters_account() -> None:
    mara = make_member()
    _made, token = make_invitation(by=mara)
    mara.person.is_active = False
    mara.person.save()
    assert not _opens(Client(), token)


def test_who_may_not_keep_people_makes_no_link() -> None:
    make_member()
    with pytest.raises(Refused, match="Only coordinators and custodians"):
        make_invitation(by=make_member("idris", role="convenor"))


def test_an_organisation_of_another_coalition_cannot_be_chosen(client: Client) -> None:
    strange = make_organisation("Strange", coalition=make_coalition("Elsewhere"))
    client.force_login(make_member().person)
    told = {"meant_for": "x", "role_key": "member", "organisation": strange.pk}
    assert client.post("/people/invite/", told).status_code == 400


def test_a_way_back_hands_the_place_to_a_new_account_and_closes_the_old_one(client: Client) -> None:
    mara, idris = make_member("mara"), make_member("idris", role="convenor")
    device = Client()
    device.force_login(idris.person)
    _made, token = open_way_back(whom=idris, at=timezone.now(), by=mara)
    client.get(_link(token))
    client.post("/invitation/", NEWCOMER | {"handle": "idris-again"})
    place = Membership.objects.get(pk=idris.pk)
    assert (place.person.handle, place.role_key) == ("idris-again", "convenor")
    assert not Person.objects.get(handle="idris").is_active
    assert device.get("/me/").status_code == 302


def test_a_way_back_never_opens_what_the_old_account_sees_elsewhere(client: Client) -> None:
    mara, idris = make_member("mara"), make_member("idris", role="member")
    elsewhere = make_member("idris", role="coordinator", coalition=make_coalition("Elsewhere"))
    _made, token = open_way_back(whom=idris, at=timezone.now(), by=mara)
    client.get(_link(token))
    client.post("/invitation/", NEWCOMER | {"handle": "taken-over"})
    assert Membership.objects.get(pk=elsewhere.pk).person.handle == "idris"
    assert Person.objects.get(handle="idris").is_active


def test_the_page_of_people_costs_the_same_for_one_and_for_three(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    mara = make_member()
    client.force_login(mara.person)
    client.get("/people/")
    counts = []
    for number in range(3):
        make_member(f"other-{number}", organisation=make_organisation(f"Organisation {number}"))
        make_invitation(by=mara)
        with django_assert_max_num_queries(12) as asked:
            assert client.get("/people/").status_code == 200
        counts.append(len(asked))
    assert len(set(counts)) == 1


def _without_csrf(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)
