"""Freezing a colleague: two agree, and in that moment everything that hangs on the place is dead."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from suivi.coalitions.actions.freezing import agree, ask_to_freeze, ask_to_unfreeze, withdraw_ask
from suivi.coalitions.actions.invitations import open_way_back
from suivi.coalitions.actions.members import change_membership, end_membership
from suivi.coalitions.models import Invitation, JoinLink, Membership
from suivi.coalitions.permissions import can_accept_invitation
from suivi.coalitions.permissions.doors import can_ask_to_join
from suivi.coalitions.queries.doors import invitation_with, join_link_with
from suivi.coalitions.tests.factories import (
    make_coalition,
    make_frozen,
    make_invitation,
    make_join_link,
    make_member,
    make_person,
    signed_in,
)
from suivi.common.decisions import Refused
from suivi.history.models import Event

pytestmark = pytest.mark.django_db

type Three = tuple[Membership, Membership, Membership]


@pytest.fixture
def three() -> Three:
    """Return three who keep people."""
    return make_member("mara"), make_member("tomas", role="custodian"), make_member("lina")


def _frozen(whom: Membership, first: Membership, second: Membership) -> Membership:
    agree(ask=ask_to_freeze(whom=whom, at=timezone.now(), by=first), at=timezone.now(), by=second)
    whom.refresh_from_db()
    return whom


def test_two_freeze_a_colleague_and_every_session_ends_within_two_seconds(three: Three) -> None:
    mara, tomas, lina = three
    phone, laptop = signed_in(lina), signed_in(lina)
    assert phone.get("/people/").status_code == laptop.get("/people/").status_code == 200
    client = signed_in(mara)
    client.post(f"/people/{lina.key}/freeze/")
    ask = lina.asks.get()
    assert phone.get("/people/").status_code == 200
    began = time.monotonic()
    assert signed_in(tomas).post(f"/people/asks/{ask.key}/agree/").status_code == 302
    assert phone.get("/people/").status_code == laptop.get("/people/").status_code == 302
    assert time.monotonic() - began < 2


def test_whoever_is_frozen_signs_in_to_one_sentence_that_names_nothing(three: Three) -> None:
    mara, tomas, lina = three
    client = signed_in(_frozen(lina, mara, tomas))
    for address in ("/", "/people/", "/me/", "/recommendations/", f"/people/{mara.key}/"):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Your account rests" in page
        assert mara.coalition.name not in page
        assert "Mara" not in page
    assert client.post(f"/people/{mara.key}/freeze/").status_code == 403


def test_what_a_frozen_colleague_opened_opens_nothing(three: Three) -> None:
    mara, tomas, lina = three
    invitation, _token = make_invitation(by=lina)
    link, _link_token = make_join_link(by=lina)
    back, _back_token = open_way_back(whom=lina, at=timezone.now(), by=mara)
    _frozen(lina, mara, tomas)
    for each in (invitation, back):
        found = invitation_with(each.token_hash)
        assert not can_accept_invitation(found, None, timezone.now())
        assert found is not None
        assert found.state == "withdrawn"
    assert not can_ask_to_join(join_link_with(link.token_hash), None, timezone.now())


def test_doors_are_dead_by_the_place_alone_also_where_nobody_withdrew_them(three: Three) -> None:
    lina = three[2]
    invitation, _token = make_invitation(by=lina)
    link, _link_token = make_join_link(by=lina)
    Membership.objects.filter(pk=lina.pk).update(frozen_at=timezone.now())
    assert Invitation.objects.get(pk=invitation.pk).state == "open"
    assert JoinLink.objects.get(pk=link.pk).withdrawn_at is None
    assert not can_accept_invitation(invitation_with(invitation.token_hash), None, timezone.now())
    assert not can_ask_to_join(join_link_with(link.token_hash), None, timezone.now())


def test_the_name_stays_and_the_page_of_people_says_that_the_place_is_frozen(three: Three) -> None:
    mara, tomas, lina = three
    _frozen(lina, mara, tomas)
    page = signed_in(mara).get("/people/").content.decode()
    assert "Lina" in page
    assert "frozen" in page
    member = signed_in(mara).get(f"/people/{lina.key}/").content.decode()
    assert "Ask to open it again" in member
    assert "Make a way back" not in member


def test_nobody_freezes_alone_and_nobody_decides_about_themselves(three: Three) -> None:
    mara, _tomas, lina = three
    ask = ask_to_freeze(whom=lina, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="Somebody else must agree"):
        agree(ask=ask, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="Somebody else decides"):
        agree(ask=ask, at=timezone.now(), by=lina)
    with pytest.raises(Refused, match="Somebody else decides"):
        withdraw_ask(ask=ask, at=timezone.now(), by=lina)
    with pytest.raises(Refused, match="your own place"):
        ask_to_freeze(whom=mara, at=timezone.now(), by=mara)
    assert Membership.objects.frozen().count() == 0


@pytest.mark.parametrize("role", ["steering", "convenor", "member", "observer"])
def test_who_does_not_keep_people_neither_asks_nor_agrees(three: Three, role: str) -> None:
    mara, _tomas, lina = three
    idris = make_member("idris", role=role)
    with pytest.raises(Refused, match="Only coordinators and custodians"):
        ask_to_freeze(whom=lina, at=timezone.now(), by=idris)
    with pytest.raises(Refused, match="Only coordinators and custodians"):
        agree(ask=ask_to_freeze(whom=lina, at=timezone.now(), by=mara), at=timezone.now(), by=idris)


def test_the_last_two_who_keep_people_are_not_frozen() -> None:
    mara, tomas = make_member("mara"), make_member("tomas", role="custodian")
    with pytest.raises(Refused, match="Two people must go on"):
        ask_to_freeze(whom=tomas, at=timezone.now(), by=mara)
    idris = make_member("idris", role="member")
    assert _frozen(idris, mara, tomas).frozen_at


def test_a_wish_lasts_a_day_and_dies_with_the_place_and_the_right_of_whoever_asked(three: Three) -> None:
    mara, tomas, lina = three
    make_member("fourth")
    now = timezone.now()
    with pytest.raises(Refused, match="any more"):
        agree(ask=ask_to_freeze(whom=lina, at=now - timedelta(hours=24), by=mara), at=now, by=tomas)
    ask = ask_to_freeze(whom=lina, at=now, by=mara)
    change_membership(whom=mara, role_key="member", organisation=None, at=now, by=tomas)
    with pytest.raises(Refused, match="any more"):
        agree(ask=ask, at=now, by=tomas)
    ask.refresh_from_db()
    assert ask.state == "withdrawn"


def test_two_agreeing_at_once_freeze_once(three: Three) -> None:
    mara, tomas, lina = three
    fourth = make_member("fourth")
    ask = ask_to_freeze(whom=lina, at=timezone.now(), by=mara)
    same = lina.asks.get()
    agree(ask=ask, at=timezone.now(), by=tomas)
    with pytest.raises(Refused):
        agree(ask=same, at=timezone.now(), by=fourth)
    assert Event.objects.filter(verb="freeze_membership").count() == 1


def test_two_open_the_place_again_and_old_sessions_stay_dead(three: Three) -> None:
    mara, tomas, lina = three
    phone = signed_in(lina)
    _frozen(lina, mara, tomas)
    ask = ask_to_unfreeze(whom=lina, at=timezone.now(), by=tomas)
    with pytest.raises(Refused, match="Somebody else must agree"):
        agree(ask=ask, at=timezone.now(), by=tomas)
    agree(ask=ask, at=timezone.now(), by=mara)
    lina.refresh_from_db()
    assert lina.frozen_at is None
    assert phone.get("/people/").status_code == 302
    assert signed_in(lina).get("/people/").status_code == 200


def test_a_frozen_place_is_neither_changed_nor_frozen_again_but_may_be_ended(three: Three) -> None:
    mara, tomas, lina = three
    _frozen(lina, mara, tomas)
    with pytest.raises(Refused, match="frozen"):
        change_membership(whom=lina, role_key="member", organisation=None, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="frozen"):
        ask_to_freeze(whom=lina, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="frozen"):
        open_way_back(whom=lina, at=timezone.now(), by=mara)
    end_membership(whom=lina, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="not frozen"):
        ask_to_unfreeze(whom=lina, at=timezone.now(), by=mara)


def test_a_frozen_account_does_not_come_in_by_another_door(three: Three, client: Client) -> None:
    mara, tomas, lina = three
    _frozen(lina, mara, tomas)
    _made, token = make_invitation(by=mara)
    client.force_login(lina.person)
    assert client.get(f"/invitation/?by={token}", follow=True).status_code == 404
    assert client.post("/invitation/").status_code == 404
    assert Membership.objects.filter(person=lina.person).count() == 1


def test_somebody_frozen_in_one_coalition_works_on_in_the_other(three: Three) -> None:
    mara, tomas, lina = three
    make_member("lina", role="member", coalition=make_coalition("Elsewhere"))
    _frozen(lina, mara, tomas)
    page = signed_in(lina).get("/people/")
    assert page.status_code == 200
    assert "Elsewhere" in page.content.decode()
    assert mara.coalition.name not in page.content.decode()


def test_a_wish_of_another_coalition_is_not_there(three: Three) -> None:
    mara, _tomas, lina = three
    ask = ask_to_freeze(whom=lina, at=timezone.now(), by=mara)
    strange = signed_in(make_member("strange", coalition=make_coalition("Elsewhere")))
    assert strange.post(f"/people/asks/{ask.key}/agree/").status_code == 404
    assert strange.post(f"/people/{lina.key}/freeze/").status_code == 404
    assert strange.post(f"/people/{make_frozen().key}/unfreeze/").status_code == 404


def test_history_tells_who_asked_and_who_agreed(three: Three) -> None:
    mara, tomas, lina = three
    _frozen(lina, mara, tomas)
    told = list(Event.objects.filter(thing=f"membership:{lina.key}").values_list("verb", "actor"))
    assert [verb for verb, _actor in told] == ["ask_to_freeze", "freeze_membership"]
    assert [actor.startswith(name) for (_verb, actor), name in zip(told, ("Mara", "Tomas"), strict=True)] == [
        True,
        True,
    ]


def test_somebody_without_any_place_is_not_said_to_rest() -> None:
    client = Client()
    client.force_login(make_person("nobody"))
    assert "Your account rests" not in client.get("/").content.decode()
