"""Where the coalition asks for it, an invitation opens once a second member has vouched."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from suivi.coalitions.actions.invitations import open_way_back
from suivi.coalitions.actions.members import end_membership
from suivi.coalitions.actions.vouching import set_vouching, vouch_for
from suivi.coalitions.models import Invitation, Membership
from suivi.coalitions.permissions import can_accept_invitation
from suivi.coalitions.queries import invitation_with
from suivi.coalitions.tests.factories import make_coalition, make_invitation, make_member, signed_in
from suivi.common.decisions import Refused
from suivi.history.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    """Return a coordinator of a coalition that asks for a second member."""
    make_member("tomas", role="custodian")
    mara = make_member("mara")
    set_vouching(asks=True, by=mara)
    mara.coalition.refresh_from_db()
    return mara


def _opens(invitation: Invitation) -> bool:
    return bool(can_accept_invitation(invitation_with(invitation.token_hash), None, timezone.now()))


def test_the_link_opens_nothing_until_a_second_member_vouches(mara: Membership) -> None:
    made, token = make_invitation(by=mara)
    assert Client().get(f"/invitation/?by={token}", follow=True).status_code == 404
    idris = signed_in(make_member("idris", role="member"))
    assert "the lawyer" in idris.get("/people/waiting/").content.decode()
    idris.post("/people/waiting/vouch/", {"pick": made.key})
    made.refresh_from_db()
    assert (made.state, made.vouched_by and made.vouched_by.person.handle) == ("open", "idris")
    assert Client().get(f"/invitation/?by={token}", follow=True).status_code == 200
    assert Event.objects.get(verb="vouch_for").thing == f"invitation:{made.key}"


def test_a_link_not_vouched_for_answers_as_one_never_made(mara: Membership) -> None:
    _made, token = make_invitation(by=mara)
    answers = [Client().get(f"/invitation/?by={each}", follow=True) for each in (token, "never-made")]
    assert len({answer.content.decode().split("csrfmiddlewaretoken")[0] for answer in answers}) == 1
    assert not any("language" in answer.cookies for answer in answers)


def test_whoever_made_it_cannot_vouch(mara: Membership) -> None:
    made, _token = make_invitation(by=mara)
    signed_in(mara).post("/people/waiting/vouch/", {"pick": made.key})
    assert not _opens(made)
    with pytest.raises(Refused, match="Somebody else vouches"):
        vouch_for(invitations=[made], at=timezone.now(), by=mara)


@pytest.mark.parametrize("role", ["observer", "nhri", "official"])
def test_who_does_not_write_in_the_coalitions_name_cannot_vouch(mara: Membership, role: str) -> None:
    made, _token = make_invitation(by=mara)
    guest = make_member("guest", role=role)
    assert signed_in(guest).post("/people/waiting/vouch/", {"pick": made.key}).status_code == 403
    with pytest.raises(Refused):
        vouch_for(invitations=[made], at=timezone.now(), by=guest)


def test_members_of_another_coalition_do_not_vouch(mara: Membership) -> None:
    made, _token = make_invitation(by=mara)
    strange = make_member("strange", coalition=make_coalition("Elsewhere"))
    signed_in(strange).post("/people/waiting/vouch/", {"pick": made.key})
    assert vouch_for(invitations=[made], at=timezone.now(), by=strange) == 0
    assert not _opens(made)


def test_it_is_too_late_to_vouch_after_72_hours(mara: Membership) -> None:
    made, _token = make_invitation(by=mara, at=timezone.now() - timedelta(hours=73))
    with pytest.raises(Refused, match="does not wait"):
        vouch_for(invitations=[made], at=timezone.now(), by=make_member("idris", role="member"))


def test_it_dies_with_the_place_of_whoever_vouched(mara: Membership) -> None:
    made, _token = make_invitation(by=mara)
    idris = make_member("idris", role="member")
    vouch_for(invitations=[made], at=timezone.now(), by=idris)
    assert _opens(made)
    end_membership(whom=idris, at=timezone.now(), by=mara)
    assert not _opens(made)


def test_a_way_back_asks_for_a_second_member_too(mara: Membership) -> None:
    back, _token = open_way_back(whom=make_member("lina", role="custodian"), at=timezone.now(), by=mara)
    assert not _opens(back)
    vouch_for(invitations=[back], at=timezone.now(), by=make_member("idris", role="member"))
    assert _opens(back)


def test_no_longer_asking_opens_none_of_those_that_wait(mara: Membership) -> None:
    waiting, _token = make_invitation(by=mara)
    signed_in(mara).post("/people/vouching/", {"asks": "no"})
    mara.coalition.refresh_from_db()
    later, _token = make_invitation(by=mara)
    assert (_opens(waiting), _opens(later)) == (False, True)
    assert Event.objects.filter(verb__contains="vouching").count() == 2


def test_only_those_who_keep_people_choose(mara: Membership) -> None:
    assert signed_in(make_member("idris", role="member")).post("/people/vouching/", {"asks": "no"}).status_code == 403
    mara.coalition.refresh_from_db()
    assert mara.coalition.asks_vouching
