"""The calendar leaves the house by a secret address: days and titles, for as long as its owner belongs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.record.models import Review
from suivi.record.tests.factories import make_review
from suivi.timeline.actions import make_feed, withdraw_feed
from suivi.timeline.tests.factories import make_milestone

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
NOW = timezone.now()


@pytest.fixture
def review() -> Review:
    return make_review(reviewed_on=TODAY - timedelta(days=60))


@pytest.fixture
def mara(review: Review) -> Membership:
    return make_member("mara")


def fetched(token: str) -> Any:
    answer = Client().get(f"/calendar/feed/{token}.ics")
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.content)


def _said(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def titles(calendar: Any) -> list[str]:
    return [str(event["summary"]) for event in calendar.walk("VEVENT")]


def test_whoever_knows_the_address_reads_days_and_titles_without_signing_in(mara: Membership) -> None:
    make_milestone("Letter to the Ministry", due_on=TODAY)
    calendar = fetched(make_feed(at=NOW, by=mara))
    event = next(each for each in calendar.walk("VEVENT") if "Letter" in str(each["summary"]))
    assert str(event["summary"]) == "Orvana: Letter to the Ministry"
    assert (event["dtstart"].dt, event["dtend"].dt) == (TODAY, TODAY + timedelta(days=1))
    assert any("Adoption by the Council" in title for title in titles(calendar))


def test_no_note_no_reason_and_no_name_leaves_with_it(mara: Membership) -> None:
    make_milestone("Letter", note="the envoy is on our side", reason="heard from the envoy")
    content = Client().get(f"/calendar/feed/{make_feed(at=NOW, by=mara)}.ics").text
    assert "envoy" not in content
    assert "mara" not in content.lower()
    assert mara.coalition.key not in content


def test_unknown_withdrawn_ended_and_locked_answer_alike(mara: Membership) -> None:
    unknown = Client().get("/calendar/feed/nobodymadethisone.ics")
    withdrawn = make_feed(at=NOW, by=mara)
    withdraw_feed(at=NOW, by=mara)
    ended = make_member("lina", coalition=mara.coalition)
    gone = make_feed(at=NOW, by=ended)
    Membership.objects.filter(pk=ended.pk).update(ended_at=NOW)
    locked = make_member("tomas", coalition=mara.coalition)
    shut = make_feed(at=NOW, by=locked)
    locked.person.is_active = False
    locked.person.save()
    for token in (withdrawn, gone, shut):
        answer = Client().get(f"/calendar/feed/{token}.ics")
        assert answer.status_code == unknown.status_code == 404
        assert _said(answer.text) == _said(unknown.text) != ""


def test_a_guest_s_feed_holds_nothing_private(mara: Membership) -> None:
    make_milestone("Private letter")
    ombud = make_member("ombud", role="nhri", coalition=mara.coalition)
    assert not any("Private" in title for title in titles(fetched(make_feed(at=NOW, by=ombud))))


def test_an_event_keeps_its_mark_from_fetch_to_fetch(mara: Membership) -> None:
    token = make_feed(at=NOW, by=mara)
    first, second = ({str(event["uid"]) for event in fetched(token).walk("VEVENT")} for _time in range(2))
    assert first == second
    assert len(first) == len(titles(fetched(token)))


def test_the_feed_speaks_the_language_of_its_owner(mara: Membership) -> None:
    mara.person.language = "ar"
    mara.person.save()
    assert any(title.startswith("أورفانا") for title in titles(fetched(make_feed(at=NOW, by=mara))))


def test_a_span_lasts_from_its_first_to_its_last_day(mara: Membership) -> None:
    calendar = fetched(make_feed(at=NOW, by=mara))
    answer = next(each for each in calendar.walk("VEVENT") if "written answer" in str(each["summary"]))
    assert answer["dtend"].dt - answer["dtstart"].dt > timedelta(days=30)


def test_the_address_is_shown_once_and_is_that_of_the_settings(mara: Membership) -> None:
    client = Client()
    client.force_login(mara.person)
    page = client.post("/calendar/feed/make/", headers={"host": "localhost"}).text
    address = page.partition('id="address" readonly value="')[2].partition('"')[0]
    assert address.startswith(f"{settings.ADDRESS}/calendar/feed/")
    assert fetched(address.rpartition("/")[2].removesuffix(".ics"))
    assert address not in client.get("/calendar/XOR/4/").text
    client.post("/calendar/feed/withdraw/")
    assert Client().get(f"/calendar/feed/{address.rpartition('/')[2]}").status_code == 404


def test_the_calendar_can_be_taken_as_a_file_too(mara: Membership) -> None:
    client = Client()
    client.force_login(mara.person)
    answer = client.get("/calendar/XOR/4/calendar.ics")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="XOR-4.ics"'
    assert titles(icalendar.Calendar.from_ical(answer.content))


def test_a_feed_without_a_review_is_not_there(mara: Membership) -> None:
    token = make_feed(at=NOW, by=mara)
    Review.objects.all().delete()
    assert Client().get(f"/calendar/feed/{token}.ics").status_code == 404


def test_days_long_past_that_nobody_knows_are_left_out(mara: Membership, review: Review) -> None:
    Review.objects.filter(pk=review.pk).update(
        report_on=date(2020, 1, 1), report_symbol="", reviewed_on=date(2019, 12, 1)
    )
    assert not any("First ten days" in title for title in titles(fetched(make_feed(at=NOW, by=mara))))
