"""The desk: what is next, what is open, what moved, what waits; and what to do first where nothing is there yet."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation, make_person
from suivi.intake.models import Import
from suivi.intake.rules import ImportState
from suivi.record.models import Review
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_review
from suivi.timeline.tests.factories import make_milestone, make_past_cycles

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def review() -> Review:
    return make_review(reviewed_on=TODAY - timedelta(days=60))


def desk_of(member: Membership, query: str = "") -> str:
    client = Client()
    client.force_login(member.person)
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    return answer.text


def test_an_empty_record_says_to_begin_with_the_document(mara: Membership) -> None:
    page = desk_of(mara)
    assert "Orvana: begin with the document" in page
    assert "Import a document" in page


def test_who_may_not_import_is_told_whom_to_ask(mara: Membership) -> None:
    page = desk_of(make_member("idris", role="member", coalition=mara.coalition))
    assert "begin with the document" in page
    assert "Only coordinators and convenors change the record" in page


def test_who_belongs_nowhere_is_told_how_to_come_in(client: Client) -> None:
    client.force_login(make_person("heron"))
    assert "You belong to no coalition yet" in client.get("/").text


def test_the_desk_says_what_is_next_what_is_open_and_what_was_answered(mara: Membership, review: Review) -> None:
    make_past_cycles()
    make_recommendation(review=review, position=Position.SUPPORTED, themes=["Right to health"])
    make_recommendation(review=review, position=Position.PENDING, themes=["Right to life"])
    page = desk_of(mara)
    for words in (
        "28 days until Orvana may answer",
        "Orvana has not answered on 1 recommendation.",
        "Right to health",
        'id="cycle-wide"',
        'id="cycle-tall"',
        "Adoption by the Council",
    ):
        assert words in page


def test_noted_is_never_shown_as_refused(mara: Membership, review: Review) -> None:
    make_recommendation(review=review, position=Position.NOTED)
    page = desk_of(mara)
    assert "Noted (not the same as refused)" in page
    assert "Rejected" not in page


def test_figures_lead_to_the_recommendations_behind_them(mara: Membership, review: Review) -> None:
    make_recommendation(review=review, position=Position.PENDING, themes=["Right to health"])
    client = Client()
    client.force_login(mara.person)
    page = client.get("/").text
    for query in ("position=pending", "theme=right-to-health"):
        address = f"/recommendations/?state=XOR&amp;cycle=4&amp;{query}"
        assert address in page
        assert "Ratify the Optional Protocol" in client.get(address.replace("&amp;", "&")).text


def test_earlier_cycles_are_one_step_away(mara: Membership, review: Review) -> None:
    make_past_cycles()
    assert 'href="/?cycle=2"' in desk_of(mara)
    assert "<h1>Orvana, cycle 2</h1>" in desk_of(mara, "?cycle=2")


@pytest.mark.parametrize("cycle", ["9", "x", "-1"])
def test_a_cycle_that_is_not_there_is_missing(mara: Membership, review: Review, cycle: str) -> None:
    client = Client()
    client.force_login(mara.person)
    assert client.get(f"/?cycle={cycle}").status_code == 404


def test_imports_wait_for_those_who_may_look_through_them_and_are_hidden_from_others(mara: Membership) -> None:
    Import.objects.create(coalition=mara.coalition, brought_by=mara, state=ImportState.CHECKED)
    Import.objects.create(coalition=mara.coalition, brought_by=mara, state=ImportState.APPLIED)
    assert "1 import waits for your look" in desk_of(mara)
    assert "waits for your look" not in desk_of(make_member("idris", role="member", coalition=mara.coalition))


def test_what_one_s_organisation_sees_to_waits_for_its_people(mara: Membership, review: Review) -> None:
    network = make_organisation(coalition=mara.coalition)
    make_milestone("Letter to the Ministry", review=review, due_on=TODAY - timedelta(days=4), organisation=network)
    tomas = make_member("tomas", coalition=mara.coalition, organisation=network)
    assert "Waits for you" in desk_of(tomas)
    assert "4 days late" in desk_of(tomas)
    assert "Waits for you" not in desk_of(mara)


def test_what_moved_lately_names_documents_and_dates_and_nobody(mara: Membership, review: Review) -> None:
    make_recommendation(review=review)
    make_milestone("Letter to the Ministry", review=review)
    page = desk_of(mara).partition("What moved lately")[2].partition("</section>")[0]
    assert "A/HRC/61/9" in page
    assert "Letter to the Ministry" in page
    assert "mara" not in page.lower()


def test_partners_see_the_cycle_and_nothing_of_our_own_work(mara: Membership, review: Review) -> None:
    make_milestone("Private letter", review=review)
    page = desk_of(make_member("ombud", role="nhri", coalition=mara.coalition))
    assert "Adoption by the Council" in page
    assert "Private letter" not in page


def test_a_state_s_review_is_no_other_coalition_s_desk(mara: Membership, review: Review) -> None:
    other = make_member("lina", coalition=make_coalition("Norway Coalition", state="NOR"))
    assert "Norway: begin with the document" in desk_of(other)


def test_from_right_to_left_bars_begin_at_the_right(mara: Membership, review: Review) -> None:
    make_recommendation(review=review, themes=["Right to health"])
    client = Client()
    client.force_login(mara.person)
    client.cookies["language"] = "ar"
    strips = client.get("/").text.split('class="strip picture"')[1:]
    assert strips
    assert all('x="0.00%"' in strip.partition("</svg>")[0] for strip in strips)  # one box: it fills its place


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_costs_the_same_for_one_and_for_three(
    mara: Membership, review: Review, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_past_cycles()
    for number in range(rows):
        make_recommendation(review=review, themes=[f"Theme {number}"], states=["NOR", "FRA"])
        make_milestone(f"Letter {number}", review=review, organisation=make_organisation(f"Organisation {number}"))
    client = Client()
    client.force_login(mara.person)
    client.get("/")
    with django_assert_num_queries(QUERIES):
        client.get("/")


QUERIES = 12
"""Session, person, membership, reviews, milestones, imports, outcome (3), cycles, documents."""
