"""The pages of the calendar: what they show to whom, and what their forms do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation, make_person
from suivi.record.models import Review
from suivi.record.tests.factories import make_review
from suivi.timeline.models import Milestone
from suivi.timeline.rules.words import Kind
from suivi.timeline.tests.factories import make_milestone, make_past_cycles

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
HERE = "/calendar/XOR/4/"


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def review() -> Review:
    return make_review(reviewed_on=TODAY - timedelta(days=60))


def at_the_desk_of(member: Membership) -> Client:
    client = Client()
    client.force_login(member.person)
    return client


def test_the_calendar_leads_to_the_newest_cycle(mara: Membership, review: Review) -> None:
    make_past_cycles()
    assert at_the_desk_of(mara).get("/calendar/").headers["Location"] == HERE


def test_without_a_review_the_calendar_says_what_to_do_first(mara: Membership) -> None:
    assert "Import the Working Group report" in at_the_desk_of(mara).get("/calendar/").text


def test_the_page_shows_line_table_and_every_cycle(mara: Membership, review: Review) -> None:
    make_past_cycles()
    page = at_the_desk_of(mara).get(HERE).text
    for words in ("Calendar of Orvana", "Adoption by the Council", "Mid-term report", 'id="cycle-wide"', "Cycle 1"):
        assert words in page
    assert "/calendar/XOR/3/" in page


def test_from_right_to_left_the_line_begins_at_the_right(mara: Membership, review: Review) -> None:
    client = at_the_desk_of(mara)
    client.cookies["language"] = "ar"
    page = client.get(HERE).text
    assert '<html lang="ar" dir="rtl">' in page
    assert 'text-anchor="start"' not in page.partition('id="cycle-wide"')[2].partition("</svg>")[0]


def test_a_cycle_that_the_record_does_not_have_and_another_state_s_are_missing_alike(mara: Membership) -> None:
    make_review(state="NOR", cycle=3)
    client = at_the_desk_of(mara)
    assert [client.get(path).status_code for path in ("/calendar/XOR/9/", "/calendar/NOR/3/")] == [404, 404]


def test_another_coalition_s_milestone_answers_like_a_missing_one(mara: Membership, review: Review) -> None:
    theirs = make_milestone("Secret meeting", coalition=make_coalition("Another Coalition"), review=review)
    client = at_the_desk_of(mara)
    hidden, missing = client.get(f"{HERE}{theirs.key}/"), client.get(f"{HERE}nothere234/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert "Secret meeting" not in hidden.text


def test_who_belongs_to_no_coalition_is_told_so(client: Client) -> None:
    client.force_login(make_person("heron"))
    answer = client.get("/calendar/")
    assert answer.status_code == 403
    assert "You belong to no coalition yet" in answer.text


def test_a_milestone_is_moved_with_a_reason_and_not_without(mara: Membership, review: Review) -> None:
    client = at_the_desk_of(mara)
    refused = client.post(f"{HERE}plenary/move/", {"to": "2027-03-15", "reason": ""})
    assert refused.status_code == 400
    assert not Milestone.objects.exists()
    client.post(f"{HERE}plenary/move/", {"to": "2027-03-15", "reason": "Announced by the secretariat"})
    assert "Announced by the secretariat" in client.get(HERE).text
    client.post(f"{HERE}plenary/count-again/")
    assert "Announced by the secretariat" not in client.get(HERE).text


def test_done_takes_one_press_and_not_a_day_that_has_not_come(mara: Membership, review: Review) -> None:
    client = at_the_desk_of(mara)
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    assert client.post(f"{HERE}first_ten_days/tick/", {"done_on": tomorrow}).status_code == 400
    client.post(f"{HERE}first_ten_days/tick/")
    assert Milestone.objects.get(kind=Kind.FIRST_TEN_DAYS).done_on == TODAY
    client.post(f"{HERE}first_ten_days/untick/")
    assert Milestone.objects.get(kind=Kind.FIRST_TEN_DAYS).done_on is None


def test_adding_changing_taking_away_and_putting_back(mara: Membership, review: Review) -> None:
    client, network = at_the_desk_of(mara), make_organisation(coalition=mara.coalition)
    told = {"title": "Letter", "due_on": TODAY.isoformat(), "organisation": network.pk, "note": "call first"}
    client.post(f"{HERE}add/", told)
    key = Milestone.objects.get().key
    assert "call first" in client.get(f"{HERE}{key}/").text
    client.post(f"{HERE}{key}/change/", {**told, "title": "Two letters"})
    assert "Two letters" in client.get(HERE).text
    client.post(f"{HERE}{key}/remove/")
    page = client.get(HERE).text
    assert "Taken off the calendar" in page
    client.post(f"{HERE}{key}/put-back/")
    assert "Taken off the calendar" not in client.get(HERE).text


def test_an_organisation_of_another_coalition_is_not_accepted(mara: Membership, review: Review) -> None:
    foreign = make_organisation("Foreign", coalition=make_coalition("Another Coalition"))
    told = {"title": "Letter", "due_on": TODAY.isoformat(), "organisation": foreign.pk}
    assert at_the_desk_of(mara).post(f"{HERE}add/", told).status_code == 400
    assert "Foreign" not in at_the_desk_of(mara).get(f"{HERE}add/").text


@pytest.mark.parametrize("name", ["plenary", "first_ten_days"])
def test_a_note_is_kept_with_a_milestone_of_the_cycle(mara: Membership, review: Review, name: str) -> None:
    client = at_the_desk_of(mara)
    client.post(f"{HERE}{name}/note/", {"note": "Ask the mission"})
    assert "Ask the mission" in client.get(f"{HERE}{name}/").text


def test_what_the_record_knows_cannot_be_moved(mara: Membership, review: Review) -> None:
    told = {"to": "2027-03-15", "reason": "because"}
    assert at_the_desk_of(mara).post(f"{HERE}review/move/", told).status_code == 404


def test_a_member_reads_and_is_told_who_keeps_the_dates(mara: Membership, review: Review) -> None:
    client = at_the_desk_of(make_member("idris", role="member", coalition=mara.coalition))
    assert "Only coordinators, convenors and the steering committee keep the dates" in client.get(HERE).text
    paths = ["add/", "plenary/move/", "plenary/tick/", "plenary/note/", "abc/remove/", "abc/put-back/"]
    assert {client.post(HERE + path).status_code for path in paths} == {403}
    assert not Milestone.objects.exists()


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_line_can_be_taken_away_as_a_picture(mara: Membership, review: Review, form: str) -> None:
    answer = at_the_desk_of(mara).get(f"{HERE}line.{form}")
    assert answer.content[:4] in {b"<svg", b"\x89PNG"}
    assert "attachment" in answer.headers["Content-Disposition"]


def test_there_is_no_picture_of_another_form(mara: Membership, review: Review) -> None:
    assert at_the_desk_of(mara).get(f"{HERE}line.exe").status_code == 404


def test_a_review_without_a_day_has_a_page_all_the_same(mara: Membership) -> None:
    make_review(reviewed_on=None)
    client = at_the_desk_of(mara)
    assert "does not know the day of this review" in client.get(HERE).text
    assert client.get(f"{HERE}line.svg").status_code == 404


@pytest.mark.parametrize("touched", [1, 3])
def test_the_page_costs_the_same_however_much_is_on_it(
    mara: Membership, review: Review, touched: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_past_cycles()
    for number in range(touched):
        make_milestone(f"Letter {number}", review=review, organisation=make_organisation(f"Organisation {number}"))
    client = at_the_desk_of(mara)
    client.get(HERE)
    with django_assert_max_num_queries(8):
        client.get(HERE)
