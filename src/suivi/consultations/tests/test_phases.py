"""Phases: the one table of what may be done when, and how a consultation is led through it."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.consultations.actions.setting_up import change_consultation, move_back, move_on, set_up_consultation
from suivi.consultations.permissions import can_now, can_speak
from suivi.consultations.presence import Visit
from suivi.consultations.rules import MAY, Deed, Kind, Phase, Room
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant
from suivi.history.models import Event
from suivi.record.tests.factories import make_review
from suivi.timeline.models import Milestone

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("phase", Phase)
def test_the_table_is_what_permissions_say(phase: Phase) -> None:
    heron = make_participant(consultation=make_consultation(phase=phase))
    visit = Visit(heron.consultation, None, heron)
    assert {deed for deed in Deed if can_speak(heron, deed)} == MAY[phase]
    assert {deed for deed in Deed if can_now(visit, deed)} == MAY[phase]


def test_a_refusal_says_when_it_is_time() -> None:
    heron = make_participant(consultation=make_consultation(phase=Phase.DISCUSS))
    assert "prioritise" in str(can_speak(heron, Deed.SCORE).why)


def test_the_steering_committee_leads_it_on_and_back_and_the_history_tells() -> None:
    lina, consultation = make_member("lina", role="steering"), make_consultation(phase=Phase.GATHER)
    desk, address = at_the_desk_of(lina), f"/consultations/{consultation.key}/phase"
    stood = []
    for phase in ("discuss", "prioritise", "discuss"):
        desk.post(f"{address}/{phase}/")
        consultation.refresh_from_db()
        stood.append(consultation.phase)
    assert stood == ["discuss", "prioritise", "discuss"]
    assert [event.verb for event in Event.objects.order_by("sequence")] == ["move_on", "move_on", "move_back"]


def test_no_phase_is_skipped() -> None:
    mara, consultation = make_member("mara"), make_consultation(phase=Phase.GATHER)
    assert move_on(consultation=consultation, to=Phase.DECIDE, at=timezone.now(), by=mara).phase == Phase.GATHER


def test_a_closed_consultation_can_be_opened_again() -> None:
    mara, consultation = make_member("mara"), make_consultation(phase=Phase.DECIDE)
    closed = move_on(consultation=consultation, to=Phase.CLOSED, at=timezone.now(), by=mara)
    assert closed.closed_at
    opened = move_back(consultation=closed, to=Phase.DECIDE, at=timezone.now(), by=mara)
    assert (opened.phase, opened.closed_at) == (Phase.DECIDE, None)


def test_members_do_not_lead() -> None:
    member, consultation = make_member("tomas", role="member"), make_consultation(phase=Phase.GATHER)
    with pytest.raises(Refused, match="Only coordinators"):
        move_on(consultation=consultation, to=Phase.DISCUSS, at=timezone.now(), by=member)


def test_its_day_on_the_calendar_moves_with_it_and_is_over_when_it_has_begun() -> None:
    mara, review = make_member("mara"), make_review()
    begins = timezone.localdate()
    consultation = set_up_consultation(
        review=review,
        title="Three days",
        kind=Kind.WORKSHOP,
        room=Room.COALITION,
        begins_on=begins,
        ends_on=begins,
        at=timezone.now(),
        by=mara,
    )
    change_consultation(consultation=consultation, facts={"title": "Two days"}, at=timezone.now(), by=mara)
    move_on(consultation=consultation, to=Phase.DISCUSS, at=timezone.now(), by=mara)
    milestone = Milestone.objects.get()
    assert (milestone.title, milestone.done_on) == ("Two days", begins)
    move_back(consultation=consultation, to=Phase.GATHER, at=timezone.now(), by=mara)
    milestone.refresh_from_db()
    assert milestone.done_on is None
