"""What waits for one member in the work together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.consent.tests.factories import make_motion
from suivi.consultations.models import Consultation
from suivi.consultations.rules import Phase, Room
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant
from suivi.opinions.tests.factories import make_map, make_statement
from suivi.plans.tests.factories import make_activity
from suivi.record.tests.factories import make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member("mara", organisation=make_organisation("Legal Aid Network"))


def test_without_a_consultation_nothing_waits(mara: Membership) -> None:
    assert "Nothing waits for you." in at_the_desk_of(mara).get("/together/").text


def test_whoever_has_not_spoken_yet_is_told_that_it_runs(mara: Membership) -> None:
    make_consultation()
    page = at_the_desk_of(mara).get("/together/").text
    assert "Three days in May" in page
    assert "you have not spoken there yet" in page


def test_statements_wait_while_they_may_be_voted_and_no_longer(mara: Membership) -> None:
    consultation = make_consultation(phase=Phase.DISCUSS)
    make_participant("Mara", consultation=consultation, membership=mara)
    make_statement(opinion_map=make_map(consultation=consultation))
    desk = at_the_desk_of(mara)
    found = []
    for phase in (Phase.DISCUSS, Phase.DECIDE):
        Consultation.objects.update(phase=phase)
        found.append("ask what you think" in desk.get("/together/").text)
    assert found == [True, False]


def test_a_motion_waits_for_a_voice(mara: Membership) -> None:
    consultation = make_consultation(phase=Phase.DECIDE)
    make_participant("Mara", consultation=consultation, membership=mara)
    make_motion("Who speaks for us", consultation=consultation)
    assert "Who speaks for us" in at_the_desk_of(mara).get("/together/").text


def test_what_an_organisation_promised_waits_for_its_people_alone(mara: Membership) -> None:
    heron = make_participant(consultation=make_consultation())
    soon = (timezone.localdate() + timedelta(days=3)).isoformat()
    make_activity(activity="Letter to the minister", organisation="Legal Aid Network", by_when=soon, by=heron)
    others = make_member("lina", organisation=make_organisation("Women's Forum"))
    pages = [at_the_desk_of(who).get("/together/").text for who in (mara, others)]
    assert ["Letter to the minister" in page for page in pages] == [True, False]


def test_partners_hear_of_the_dialogue_alone() -> None:
    official = at_the_desk_of(make_member("official", role="official"))
    make_consultation()
    assert "Three days" not in official.get("/together/").text
    make_consultation("Dialogue day", room=Room.DIALOGUE)
    assert "Dialogue day" in official.get("/together/").text


def test_another_coalition_hears_nothing() -> None:
    make_consultation()
    stranger = make_member("yara", coalition=make_coalition("Elsewhere"))
    assert "Nothing waits for you." in at_the_desk_of(stranger).get("/together/").text


def test_the_desk_asks_for_it_and_leads_there_without_script(mara: Membership) -> None:
    make_review()
    page = at_the_desk_of(mara).get("/").text
    assert 'hx-get="/together/"' in page
    assert 'href="/together/"' in page


def test_a_part_is_only_the_part(mara: Membership) -> None:
    make_consultation()
    part = at_the_desk_of(mara).get("/together/", headers={"HX-Request": "true", "HX-Target": "div#together"}).text
    assert part.strip().startswith('<section id="together"')


@pytest.mark.parametrize("activities", [1, 3])
def test_it_costs_the_same_for_one_promise_and_for_three(
    mara: Membership, activities: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    heron, desk = make_participant(consultation=make_consultation()), at_the_desk_of(mara)
    for number in range(activities):
        cells = {"activity": f"Letter {number}", "organisation": "Legal Aid Network"}
        make_activity(by_when=timezone.localdate().isoformat(), by=heron, **cells)
    desk.get("/together/")
    with django_assert_num_queries(6):
        desk.get("/together/")
