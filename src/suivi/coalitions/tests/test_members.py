"""Members: roles, organisations, the end of a membership; somebody who keeps people always remains."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from suivi.coalitions.actions.members import change_membership, end_membership
from suivi.coalitions.models import Coalition, Membership, Organisation
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.history.models import Event

pytestmark = pytest.mark.django_db


def _signed_in(membership: Membership) -> Client:
    client = Client()
    client.force_login(membership.person)
    return client


def test_a_coordinator_gives_another_role_and_organisation() -> None:
    mara, idris = make_member("mara"), make_member("idris", role="member")
    legal_aid = make_organisation()
    told = {"role_key": "convenor", "organisation": legal_aid.pk}
    assert _signed_in(mara).post(f"/people/{idris.key}/change/", told).status_code == 302
    idris.refresh_from_db()
    assert (idris.role_key, idris.organisation) == ("convenor", legal_aid)
    told_event = Event.objects.get(verb="change_membership")
    assert told_event.details == {"role_before": "member", "role": "convenor", "organisation": legal_aid.key}


def test_a_role_counts_at_the_very_next_page() -> None:
    mara, idris, _third = make_member("mara"), make_member("idris", role="custodian"), make_member("third")
    client = _signed_in(idris)
    assert client.get("/people/invite/").status_code == 200
    change_membership(whom=idris, role_key="observer", organisation=None, at=timezone.now(), by=mara)
    assert client.get("/people/invite/").status_code == 403


def test_the_last_who_keeps_people_stays_and_is_told_why() -> None:
    mara = make_member("mara")
    make_member("idris", role="convenor")
    with pytest.raises(Refused, match="First make somebody else"):
        change_membership(whom=mara, role_key="member", organisation=None, at=timezone.now(), by=mara)
    with pytest.raises(Refused, match="First make somebody else"):
        end_membership(whom=mara, at=timezone.now(), by=mara)
    answer = _signed_in(mara).post(f"/people/{mara.key}/change/", {"role_key": "member"})
    assert answer.status_code == 400
    assert "At least two people keep the coalition." in answer.content.decode()


def test_a_keeper_whose_account_is_closed_does_not_count_as_one_who_remains() -> None:
    mara, gone = make_member("mara"), make_member("gone", role="custodian")
    gone.person.is_active = False
    gone.person.save()
    with pytest.raises(Refused):
        end_membership(whom=mara, at=timezone.now(), by=mara)


def test_a_keeper_of_another_coalition_does_not_count_as_one_who_remains() -> None:
    mara = make_member("mara")
    make_member("idris", coalition=make_coalition("Elsewhere"))
    with pytest.raises(Refused):
        end_membership(whom=mara, at=timezone.now(), by=mara)


def test_the_last_keeper_may_still_change_organisation() -> None:
    mara = make_member("mara")
    legal_aid = make_organisation()
    assert (
        change_membership(
            whom=mara, role_key="coordinator", organisation=legal_aid, at=timezone.now(), by=mara
        ).organisation
        == legal_aid
    )


def test_ending_a_membership_ends_every_session_at_once() -> None:
    mara, idris = make_member("mara"), make_member("idris", role="convenor")
    phone, laptop = _signed_in(idris), _signed_in(idris)
    assert phone.get("/people/").status_code == 200
    assert laptop.get("/people/").status_code == 200
    _signed_in(mara).post(f"/people/{idris.key}/end/")
    for device in (phone, laptop):
        assert device.get("/people/").headers["Location"].startswith("/account/login/")


def test_who_has_left_sees_nothing_of_the_coalition_when_they_sign_in_again() -> None:
    mara, idris = make_member("mara"), make_member("idris", role="convenor")
    end_membership(whom=idris, at=timezone.now(), by=mara)
    answer = _signed_in(idris).get("/people/")
    assert answer.status_code == 403
    assert escape(mara.coalition.name) not in answer.content.decode()


def test_everybody_may_leave_by_themselves() -> None:
    make_member("mara")
    observer = make_member("idris", role="official")
    address = f"/me/coalitions/{observer.coalition.key}/leave/"
    client = _signed_in(observer)
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    observer.refresh_from_db()
    assert observer.ended_at is not None


def test_two_organisations_of_one_name_are_one_too_many() -> None:
    mara = make_member("mara")
    make_organisation("Legal Aid Network")
    answer = _signed_in(mara).post("/people/organisations/new/", {"name": "legal aid network"})
    assert answer.status_code == 400
    assert Organisation.objects.count() == 1


def test_two_coalitions_may_each_have_an_organisation_of_one_name() -> None:
    make_organisation("Legal Aid Network", coalition=make_coalition("Elsewhere"))
    assert (
        _signed_in(make_member("mara")).post("/people/organisations/new/", {"name": "Legal Aid Network"}).status_code
        == 302
    )


def test_an_organisation_is_renamed_and_history_does_not_keep_the_name() -> None:
    which = make_organisation("Legla Aid")
    _signed_in(make_member("mara")).post(f"/people/organisations/{which.key}/", {"name": "Legal Aid"})
    which.refresh_from_db()
    assert which.name == "Legal Aid"
    assert "Legal Aid" not in str(Event.objects.get(verb="rename_organisation").details)


def test_a_refused_button_says_why_and_does_not_work() -> None:
    make_member("mara")
    page = _signed_in(make_member("idris", role="observer")).get("/people/").content.decode()
    assert 'aria-disabled="true"' in page
    assert "Only coordinators and custodians keep people." in page


def test_somebody_in_two_coalitions_chooses_where_they_work() -> None:
    here = make_member("mara", role="observer")
    there = make_member("mara", coalition=make_coalition("Elsewhere"))
    client = _signed_in(here)
    assert here.coalition.name in client.get("/people/").content.decode()
    client.post(f"/me/coalitions/{there.coalition.key}/choose/")
    assert "Elsewhere" in client.get("/people/").content.decode()
    assert client.post("/me/coalitions/nothingnow/choose/").status_code == 404


def test_a_coalition_one_does_not_belong_to_cannot_be_chosen() -> None:
    make_member("mara", coalition=make_coalition("Elsewhere"))
    client = _signed_in(make_member("idris", role="member"))
    strange = Coalition.objects.get(name="Elsewhere")
    assert client.post(f"/me/coalitions/{strange.key}/choose/").status_code == 404
