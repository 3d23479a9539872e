"""Minutes on paper: what the house knows, what the rapporteur wrote, and whether they are agreed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant, make_session
from suivi.minutes.actions import agree_minutes, write_note
from suivi.minutes.rules import Part
from suivi.plans.tests.factories import make_activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def desk(mara: Membership) -> Client:
    return at_the_desk_of(mara)


def make_minutes(by: Membership) -> Consultation:
    consultation = make_consultation()
    session = make_session("Work in clusters", consultation=consultation)
    heron = make_participant(consultation=consultation)
    make_activity(by=heron, activity="Letter to the minister", by_whom="Lina", by_when="2027-02-01")
    at = timezone.now()
    said: dict[str, Any] = {"consultation": consultation, "based_on": 0, "at": at, "by": by}
    write_note(part=Part.OPENING, session=None, text="The hall was full.\n\nNobody left early.", **said)
    write_note(part=Part.AGENDA, session=session, text="نوقشت التوصيات", **said)
    return consultation


def shown(desk: Client, consultation: Consultation) -> str:
    return desk.get(f"/papers/minutes/{consultation.key}.html").content.decode()


def test_minutes_tell_facts_and_what_the_rapporteur_wrote(mara: Membership, desk: Client) -> None:
    page = shown(desk, make_minutes(mara))
    for words in (
        "1 person took a seat.",
        "Work in clusters",
        "Letter to the minister",
        "1 February 2027",
        "<p><bdi>The hall was full.</bdi></p>",
        "<p><bdi>Nobody left early.</bdi></p>",
        '<bdi lang="ar" dir="rtl">نوقشت التوصيات</bdi>',
    ):
        assert words in page


def test_parts_of_which_there_is_nothing_to_tell_are_left_out(mara: Membership, desk: Client) -> None:
    page = shown(desk, make_minutes(mara))
    headings = {part for part in Part if f">{part.label}</bdi></h2>" in page}
    assert headings == {Part.OPENING, Part.WHO, Part.AGENDA, Part.ACTIONS}


def test_a_draft_says_that_it_is_one_and_agreed_minutes_when_they_were_agreed(mara: Membership, desk: Client) -> None:
    consultation = make_minutes(mara)
    assert "draft" in shown(desk, consultation)
    agree_minutes(consultation=consultation, at=timezone.now(), by=mara)
    page = shown(desk, consultation)
    assert ("agreed on" in page, "draft" in page) == (True, False)


def test_minutes_of_another_coalition_are_missing(desk: Client) -> None:
    theirs = make_consultation(coalition=make_coalition("Elsewhere"))
    assert desk.get(f"/papers/minutes/{theirs.key}.pdf").status_code == 404
