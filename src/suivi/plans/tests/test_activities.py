"""Activities: who does what by when, ticked off, and on the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.consultations.models import Consultation
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant
from suivi.plans.models import Activity
from suivi.plans.queries.lines import activities_of, by_organisation
from suivi.plans.tests.factories import make_activity
from suivi.timeline.models import Milestone

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


@pytest.fixture
def letter(consultation: Consultation) -> Activity:
    make_organisation("Legal Aid Network", coalition=consultation.coalition)
    cells = {"activity": "Letter", "organisation": "legal aid network", "by_when": "2026-07-31"}
    return make_activity(by=make_participant(consultation=consultation), **cells)


def test_activities_stand_with_their_organisation(letter: Activity, consultation: Consultation) -> None:
    loose = make_activity(activity="Radio", by=make_participant("Swift", consultation=consultation))
    gathered = [(str(who or ""), what) for who, what in by_organisation(consultation)]
    assert gathered == [("Legal Aid Network", [letter]), ("", [loose])]


def test_what_has_a_day_goes_onto_the_calendar_once_and_moves_with_it(
    letter: Activity, consultation: Consultation
) -> None:
    desk, address = at_the_desk_of(make_member("mara")), f"/consultations/{consultation.key}/plans/actions/calendar/"
    for _each in range(2):
        desk.post(address)
    Activity.objects.update(by_when=date(2026, 9, 1))
    desk.post(address)
    (milestone,) = Milestone.objects.all()
    assert (milestone.title, milestone.due_on, str(milestone.organisation)) == (
        "Letter",
        date(2026, 9, 1),
        "Legal Aid Network",
    )


def test_it_is_ticked_off_long_after_the_consultation_and_taken_up_again(
    letter: Activity, consultation: Consultation
) -> None:
    desk, here = at_the_desk_of(make_member("mara")), f"/consultations/{consultation.key}/plans/actions/"
    desk.post(f"{here}calendar/")
    Consultation.objects.update(phase=Phase.CLOSED)
    desk.post(f"{here}{letter.key}/done/")
    letter.refresh_from_db()
    assert (letter.state, letter.done_on is not None, Milestone.objects.get().done_on) == ("done", True, letter.done_on)
    desk.post(f"{here}{letter.key}/open/")
    letter.refresh_from_db()
    assert (letter.state, letter.done_on, Milestone.objects.get().done_on) == ("open", None, None)


def test_a_member_meets_what_their_organisation_promised(letter: Activity) -> None:
    mine = make_member("tomas", organisation=letter.organisation)
    others = make_member(
        "lina", organisation=make_organisation("Women's Forum", coalition=letter.consultation.coalition)
    )
    assert (activities_of(mine), activities_of(others)) == ([letter], [])


def test_observers_and_strangers_tick_nothing_off(letter: Activity, consultation: Consultation) -> None:
    address = f"/consultations/{consultation.key}/plans/actions/{letter.key}/done/"
    observer = at_the_desk_of(make_member("heron", role="observer"))
    stranger = at_the_desk_of(make_member("yara", coalition=make_coalition("Elsewhere")))
    assert [desk.post(address).status_code for desk in (observer, stranger)] == [403, 404]
