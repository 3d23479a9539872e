"""Handing over: the colleague accepts, becomes what one was, and nothing is left that nobody keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from suivi.coalitions.actions.handing import accept_hand_over, decline_hand_over, offer_hand_over, withdraw_hand_over
from suivi.coalitions.actions.members import end_membership
from suivi.coalitions.actions.vouching import set_vouching, vouch_for
from suivi.coalitions.models import HandOver, Membership
from suivi.coalitions.permissions import can_accept_invitation
from suivi.coalitions.permissions.doors import can_ask_to_join
from suivi.coalitions.queries import invitation_with
from suivi.coalitions.queries.doors import join_link_with
from suivi.coalitions.tests.factories import make_coalition, make_invitation, make_join_link, make_member, signed_in
from suivi.common.decisions import Refused

pytestmark = pytest.mark.django_db

type Two = tuple[Membership, Membership]


@pytest.fixture
def two() -> Two:
    """Return the two who keep people."""
    return make_member("mara"), make_member("tomas", role="custodian")


def _given(giver: Membership, taker: Membership, *, leaves: bool) -> HandOver:
    offer = offer_hand_over(taker=taker, leaves=leaves, at=timezone.now(), by=giver)
    accept_hand_over(offer=offer, at=timezone.now(), by=taker)
    giver.refresh_from_db()
    taker.refresh_from_db()
    return offer


def test_a_coordinator_who_leaves_hands_everything_over_and_is_gone(two: Two) -> None:
    mara, _tomas = two
    lina = make_member("lina", role="convenor")
    page = signed_in(mara)
    address = f"/me/coalitions/{mara.coalition.key}/hand-over/"
    assert "What you hold: coordinator" in page.get(address).content.decode()
    assert page.post(address, {"taker": lina.key, "leaves": "on"}).status_code == 302
    assert Membership.objects.get(pk=mara.pk).role_key == "coordinator"
    hers = signed_in(lina)
    assert "offers you all they hold" in hers.get("/people/waiting/").content.decode()
    hers.post(f"/people/offers/{HandOver.objects.get().key}/accept/")
    mara.refresh_from_db()
    lina.refresh_from_db()
    assert (lina.role_key, mara.role_key, mara.ended_at is None) == ("coordinator", "member", False)
    assert page.get("/people/").status_code == 302


def test_whoever_stays_is_a_member_and_goes_on_signed_in(two: Two) -> None:
    mara, _tomas = two
    lina, client = make_member("lina", role="convenor"), signed_in(mara)
    _given(mara, lina, leaves=False)
    assert (mara.role_key, mara.ended_at) == ("member", None)
    assert client.get("/people/").status_code == 200
    assert client.get("/people/invite/").status_code == 403


def test_the_doors_somebody_opened_go_on_opening(two: Two) -> None:
    mara, _tomas = two
    lina = make_member("lina", role="convenor")
    invitation, _token = make_invitation(by=mara)
    link, _link_token = make_join_link(by=mara)
    _given(mara, lina, leaves=True)
    found = invitation_with(invitation.token_hash)
    assert can_accept_invitation(found, None, timezone.now())
    assert found is not None
    assert found.invited_by == lina
    assert can_ask_to_join(join_link_with(link.token_hash), None, timezone.now())


def test_nobody_is_inviter_and_second_member_at_once(two: Two) -> None:
    mara, _tomas = two
    lina = make_member("lina", role="convenor")
    set_vouching(asks=True, by=mara)
    mara.coalition.refresh_from_db()
    invitation, _token = make_invitation(by=mara)
    vouch_for(invitations=[invitation], at=timezone.now(), by=lina)
    _given(mara, lina, leaves=False)
    assert not can_accept_invitation(invitation_with(invitation.token_hash), None, timezone.now())


def test_two_who_keep_people_do_not_become_one(two: Two) -> None:
    mara, tomas = two
    with pytest.raises(Refused, match="At least two people"):
        offer_hand_over(taker=tomas, leaves=True, at=timezone.now(), by=mara)
    make_member("lina")
    _given(mara, tomas, leaves=True)
    assert Membership.objects.active().keepers().count() == 2


def test_whoever_keeps_people_alone_may_hand_that_over() -> None:
    mara, lina = make_member("mara"), make_member("lina", role="member")
    _given(mara, lina, leaves=True)
    assert list(Membership.objects.active().keepers()) == [lina]


def test_an_offer_dies_with_time_with_the_place_and_with_a_newer_one(two: Two) -> None:
    mara, tomas = two
    lina, idris = make_member("lina", role="convenor"), make_member("idris", role="member")
    now = timezone.now()
    first = offer_hand_over(taker=lina, leaves=False, at=now, by=mara)
    with pytest.raises(Refused, match="no longer stands"):
        accept_hand_over(offer=first, at=now + timedelta(days=14), by=lina)
    offer_hand_over(taker=idris, leaves=False, at=now, by=mara)
    with pytest.raises(Refused, match="no longer stands"):
        accept_hand_over(offer=first, at=now, by=lina)
    second = HandOver.objects.get(taker=idris)
    end_membership(whom=idris, at=now, by=tomas)
    second.refresh_from_db()
    assert second.state == "withdrawn"


def test_only_whoever_is_asked_accepts_or_declines_and_only_the_giver_withdraws(two: Two) -> None:
    mara, tomas = two
    lina = make_member("lina", role="convenor")
    offer = offer_hand_over(taker=lina, leaves=False, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="somebody else"):
        accept_hand_over(offer=offer, at=timezone.now(), by=tomas)
    with pytest.raises(Refused, match="somebody else"):
        decline_hand_over(offer=offer, at=timezone.now(), by=tomas)
    with pytest.raises(Refused):
        withdraw_hand_over(offer=offer, at=timezone.now(), by=tomas)
    assert signed_in(tomas).post(f"/people/offers/{offer.key}/accept/").status_code == 404
    assert signed_in(lina).post(f"/people/offers/{offer.key}/decline/").status_code == 302
    assert Membership.objects.get(pk=mara.pk).role_key == "coordinator"


def test_an_offer_is_withdrawn_by_its_giver(two: Two) -> None:
    mara, _tomas = two
    lina = make_member("lina", role="convenor")
    offer_hand_over(taker=lina, leaves=False, at=timezone.now(), by=mara)
    signed_in(mara).post(f"/me/coalitions/{mara.coalition.key}/hand-over/withdraw/")
    assert "Nothing now." in signed_in(lina).get("/people/waiting/").content.decode()


@pytest.mark.parametrize("role", ["observer", "nhri", "official"])
def test_guests_and_readers_cannot_take_over(two: Two, role: str) -> None:
    guest = make_member("guest", role=role)
    with pytest.raises(Refused, match="takes part"):
        offer_hand_over(taker=guest, leaves=False, at=timezone.now(), by=two[0])
    told = {"taker": guest.key}
    address = f"/me/coalitions/{two[0].coalition.key}/hand-over/"
    assert signed_in(two[0]).post(address, told).status_code == 400


def test_somebody_of_another_coalition_cannot_be_chosen(two: Two) -> None:
    strange = make_member("strange", coalition=make_coalition("Elsewhere"))
    address = f"/me/coalitions/{two[0].coalition.key}/hand-over/"
    assert signed_in(two[0]).post(address, {"taker": strange.key}).status_code == 400


def test_a_member_has_nothing_to_hand_over(two: Two) -> None:
    lina = make_member("lina", role="member")
    with pytest.raises(Refused, match="nothing to hand over"):
        offer_hand_over(taker=two[0], leaves=False, at=timezone.now(), by=lina)


def test_whoever_takes_over_a_narrower_role_is_told_what_they_lose(two: Two) -> None:
    steering = make_member("lina", role="steering")
    offer_hand_over(taker=steering, leaves=False, at=timezone.now(), by=two[1])
    page = signed_in(steering).get("/people/waiting/").content.decode()
    assert "You would lose:" in page
    assert "Moves milestones" in page
