"""Seats and doors: who gets one by the code on the wall, and what it opens."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.consultations.actions.doors import close_door, open_door
from suivi.consultations.actions.seats import end_seat, take_seat
from suivi.consultations.models import Consultation, Door, Participant
from suivi.consultations.queries import participants_of
from suivi.consultations.rules import Phase, Room
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant

pytestmark = pytest.mark.django_db
SEAT = {"name": "Heron", "language": "fr"}
# What differs from one answer to the next: name="csrfmiddlewaretoken" value="k3y..."
FLEETING = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


@pytest.fixture
def door(mara: Membership, consultation: Consultation) -> Door:
    return open_door(consultation=consultation, at=timezone.now(), by=mara)


def test_somebody_in_the_hall_takes_a_seat_by_the_code_however_they_type_it(
    door: Door, consultation: Consultation
) -> None:
    phone = Client()
    typed = phone.post("/join/", {"code": f" {door.as_shown.lower()} "})
    taken = phone.post(typed.headers["Location"], SEAT)
    assert [(seat.name, seat.language, seat.membership) for seat in participants_of(consultation)] == [
        ("Heron", "fr", None)
    ]
    assert phone.get(taken.headers["Location"]).status_code == 200


def test_a_seat_of_one_consultation_opens_no_other(door: Door, consultation: Consultation) -> None:
    other = make_consultation("Another")
    heron = guest(make_participant(consultation=consultation))
    assert heron.get(f"/consultations/{consultation.key}/").status_code == 200
    assert heron.get(f"/consultations/{other.key}/").headers["Location"].startswith("/account/login/")


def test_a_code_that_was_closed_replaced_or_too_old_is_as_good_as_none(
    mara: Membership, consultation: Consultation, door: Door
) -> None:
    never = FLEETING.sub("", Client().get("/join/aaaaaaaa/").text)
    newer = open_door(consultation=consultation, at=timezone.now(), by=mara)
    Door.objects.filter(pk=newer.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    for code in (door.code, newer.code):
        answer = Client().get(f"/join/{code}/")
        assert (answer.status_code, FLEETING.sub("", answer.text.replace(code, "aaaaaaaa"))) == (404, never)


def test_the_door_matches_a_typed_organisation_and_lists_none(door: Door, consultation: Consultation) -> None:
    make_organisation("Legal Aid Network", coalition=consultation.coalition)
    assert "Legal Aid Network" not in Client().get(f"/join/{door.code}/").text
    for name, organisation in (("Heron", "legal aid network"), ("Swift", "Friends of the River")):
        Client().post(f"/join/{door.code}/", SEAT | {"name": name, "organisation": organisation})
    seats = [(str(seat.organisation or ""), seat.organisation_said) for seat in participants_of(consultation)]
    assert seats == [("Legal Aid Network", ""), ("", "Friends of the River")]


def test_nobody_takes_the_name_of_somebody_who_sits_there(door: Door, consultation: Consultation) -> None:
    make_participant("Heron", consultation=consultation)
    answer = Client().post(f"/join/{door.code}/", SEAT | {"name": "  heron "})
    assert answer.status_code == 400
    assert "has this name already" in answer.text


def test_a_closed_consultation_lets_nobody_in(mara: Membership) -> None:
    closed = make_consultation(phase=Phase.CLOSED)
    with pytest.raises(Refused, match="closed"):
        open_door(consultation=closed, at=timezone.now(), by=mara)


def test_whoever_leaves_is_outside_at_once(consultation: Consultation) -> None:
    heron = guest(make_participant(consultation=consultation))
    left = heron.post(f"/consultations/{consultation.key}/leave/")
    assert left.headers["Clear-Site-Data"]
    assert heron.get(f"/consultations/{consultation.key}/").status_code == 302


def test_a_seat_that_was_taken_away_opens_nothing(mara: Membership, consultation: Consultation) -> None:
    seat = make_participant(consultation=consultation)
    heron = guest(seat)
    end_seat(participant=seat, at=timezone.now(), by=mara)
    assert heron.get(f"/consultations/{consultation.key}/").status_code == 302


def test_the_seat_of_a_member_dies_with_the_membership(mara: Membership, consultation: Consultation) -> None:
    tomas = make_member("tomas", role="member")
    take_seat(consultation=consultation, at=timezone.now(), by=tomas)
    tomas.ended_at = timezone.now()
    tomas.save()
    assert list(participants_of(consultation)) == []


def test_a_member_has_one_seat_however_often_they_act(mara: Membership, consultation: Consultation) -> None:
    seats = {take_seat(consultation=consultation, at=timezone.now(), by=mara).pk for _each in range(3)}
    assert seats == set(Participant.objects.values_list("pk", flat=True))


def test_partners_sit_in_the_dialogue_alone(consultation: Consultation) -> None:
    official = make_member("official", role="official")
    dialogue = make_consultation("Dialogue", room=Room.DIALOGUE)
    assert take_seat(consultation=dialogue, at=timezone.now(), by=official).name == "Official"
    with pytest.raises(Refused, match="Partners"):
        take_seat(consultation=consultation, at=timezone.now(), by=official)
    desk = at_the_desk_of(official)
    assert desk.get(f"/consultations/{dialogue.key}/").status_code == 200
    assert desk.get(f"/consultations/{consultation.key}/").status_code == 404
    assert "Three days in May" not in desk.get("/consultations/").text


def test_observers_look_on_and_take_no_seat(consultation: Consultation) -> None:
    observer = make_member("lina", role="observer")
    assert "Observers read" in at_the_desk_of(observer).get(f"/consultations/{consultation.key}/").text
    with pytest.raises(Refused, match="Observers"):
        take_seat(consultation=consultation, at=timezone.now(), by=observer)


def test_another_coalition_is_a_stranger(mara: Membership, consultation: Consultation) -> None:
    stranger = make_member("yara", coalition=make_coalition("Elsewhere"))
    with pytest.raises(Refused):
        close_door(consultation=consultation, at=timezone.now(), by=stranger)
    with pytest.raises(Refused):
        take_seat(consultation=consultation, at=timezone.now(), by=stranger)


def test_the_seat_of_a_frozen_member_no_longer_counts() -> None:
    member = make_member("lina", role="convenor")
    consultation = make_consultation()
    make_participant("Lina", consultation=consultation, membership=member)
    assert Participant.objects.present().filter(membership=member).count() == 1
    Membership.objects.filter(pk=member.pk).update(frozen_at=timezone.now())
    assert Participant.objects.present().filter(membership=member).count() == 0
