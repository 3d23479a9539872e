"""Setting a consultation up from an agenda, changing the agenda, taking it away as a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.consultations.models import AgendaTemplate, Consultation, Session
from suivi.consultations.queries import agenda_of
from suivi.consultations.rules import Kind
from suivi.consultations.starting import STARTING
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_session
from suivi.record.tests.factories import make_review
from suivi.timeline.models import Milestone

pytestmark = pytest.mark.django_db
NEW = {
    "title": "Three days in May",
    "kind": "workshop",
    "room": "coalition",
    "begins_on": "2026-05-04",
    "ends_on": "2026-05-06",
}
ONE = {"title": "Tea", "starts_at": "2026-05-04T10:30", "ends_at": "2026-05-04T11:00", "place": "Court"}


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def test_a_workshop_begins_with_its_agenda_and_stands_on_the_calendar(mara: Membership) -> None:
    make_review()
    at_the_desk_of(mara).post("/consultations/new/", NEW)
    consultation = Consultation.objects.get()
    assert agenda_of(consultation).count() == len(STARTING[Kind.WORKSHOP])
    days = {timezone.localdate(session.starts_at) for session in agenda_of(consultation)}
    assert days == {date(2026, 5, 4), date(2026, 5, 5), date(2026, 5, 6)}
    assert Milestone.objects.get().title == "Three days in May"


def test_without_a_review_one_is_told_what_to_do_first(mara: Membership) -> None:
    assert "Import" in at_the_desk_of(mara).get("/consultations/new/").text


def test_it_cannot_end_before_it_begins(mara: Membership) -> None:
    make_review()
    answer = at_the_desk_of(mara).post("/consultations/new/", NEW | {"ends_on": "2026-05-01"})
    assert answer.status_code == 400
    assert "cannot end before it begins" in answer.text


def test_an_agenda_kept_as_a_template_starts_another_consultation(mara: Membership) -> None:
    consultation, desk = make_consultation(), at_the_desk_of(mara)
    for day in (0, 1):
        make_session(f"Day {day}", consultation=consultation, starts_at=timezone.now() + timedelta(days=day))
    desk.post(f"/consultations/{consultation.key}/agenda/keep/", {"name": "Ours"})
    template = AgendaTemplate.objects.get()
    desk.post("/consultations/new/", NEW | {"title": "Next", "template": template.key})
    sessions = agenda_of(Consultation.objects.get(title="Next"))
    assert [(each.title, timezone.localdate(each.starts_at)) for each in sessions] == [
        ("Day 0", date(2026, 5, 4)),
        ("Day 1", date(2026, 5, 5)),
    ]


def test_lines_are_added_changed_taken_off_and_put_back(mara: Membership) -> None:
    consultation, desk = make_consultation(), at_the_desk_of(mara)
    here = f"/consultations/{consultation.key}/agenda/"
    desk.post(f"{here}add/", ONE)
    session = Session.objects.get()
    desk.post(f"{here}{session.key}/", ONE | {"title": "Long tea"})
    desk.post(f"{here}{session.key}/remove/")
    assert [list(agenda_of(consultation)), Session.objects.get().title] == [[], "Long tea"]
    desk.post(f"{here}{session.key}/put-back/")
    assert [each.title for each in agenda_of(consultation)] == ["Long tea"]


def test_the_clusters_of_another_coalition_cannot_be_put_on_the_agenda(mara: Membership) -> None:
    consultation = make_consultation()
    others = Cluster.objects.create(coalition=make_coalition("Elsewhere"), review=consultation.review, name="Secret")
    answer = at_the_desk_of(mara).post(
        f"/consultations/{consultation.key}/agenda/add/", ONE | {"cluster": str(others.pk)}
    )
    assert answer.status_code == 400
    assert "Secret" not in answer.text


def test_calendar_programs_read_the_agenda_without_names_of_people(mara: Membership) -> None:
    consultation = make_consultation()
    session = make_session("Work in clusters", consultation=consultation)
    Session.objects.filter(pk=session.pk).update(facilitator="Lina", place="Hall B")
    body = at_the_desk_of(mara).get(f"/consultations/{consultation.key}/agenda.ics").content
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert (str(event["summary"]), str(event["location"])) == ("Work in clusters", "Hall B")
    assert b"Lina" not in body


@pytest.mark.parametrize("lines", [1, 3])
def test_the_agenda_costs_the_same_for_one_line_and_for_three(
    mara: Membership, lines: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    consultation, desk = make_consultation(), at_the_desk_of(mara)
    for number in range(lines):
        make_session(f"Line {number}", consultation=consultation)
    desk.get("/consultations/")
    with django_assert_num_queries(7):
        desk.get(f"/consultations/{consultation.key}/agenda/")


def test_heads_are_counted_and_counted_again(mara: Membership) -> None:
    consultation, desk = make_consultation(), at_the_desk_of(mara)
    here = f"/consultations/{consultation.key}/people/"
    desk.post(f"{here}heads/", {"women": "31", "men": "22", "youth": "9"})
    desk.post(f"{here}heads/", {"women": "32", "men": "22", "youth": ""})
    assert {each.category: each.heads for each in consultation.headcounts.all()} == {"women": 32, "men": 22}
