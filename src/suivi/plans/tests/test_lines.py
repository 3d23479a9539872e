"""Lines of the plans: typed by many hands, nothing overwritten, nothing lost."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase, Room
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant
from suivi.plans.actions.rows import add_row, change_row
from suivi.plans.models import Activity, Measure, RowVersion
from suivi.plans.queries.lines import cells_of, lines_of
from suivi.plans.queries.naming import Names
from suivi.plans.rules.columns import Table
from suivi.plans.tests.factories import make_measure
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
LINE = {
    "cluster": "",
    "recommendations": "128.1",
    "goal": "No torture",
    "government_action": "",
    "indicator": "",
    "ministry": "",
}


@pytest.fixture
def consultation() -> Consultation:
    found = make_consultation()
    make_recommendation(review=found.review, number="128.1")
    return found


@pytest.fixture
def heron(consultation: Consultation) -> Participant:
    return make_participant(consultation=consultation)


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def test_a_participant_without_account_adds_a_line(heron: Participant, consultation: Consultation) -> None:
    phone = guest(heron)
    phone.post(f"/consultations/{consultation.key}/plans/implementation/add/", LINE | {"act": str(uuid4())})
    (line,) = lines_of(consultation, Table.IMPLEMENTATION)
    assert (line.cells["goal"], line.cells["recommendations"], line.row.changed_by) == ("No torture", "128.1", "Heron")


def test_a_number_that_the_review_lacks_is_told(heron: Participant, consultation: Consultation) -> None:
    address = f"/consultations/{consultation.key}/plans/implementation/add/"
    answer = guest(heron).post(address, LINE | {"recommendations": "128.1, 999.9"})
    assert answer.status_code == 400
    assert "The review has no recommendation 999.9." in answer.text


def test_an_empty_line_is_refused(heron: Participant, consultation: Consultation) -> None:
    address = f"/consultations/{consultation.key}/plans/implementation/add/"
    answer = guest(heron).post(address, dict.fromkeys(LINE, ""))
    assert (answer.status_code, Measure.objects.count()) == (400, 0)


def test_two_hands_on_two_cells_both_count(heron: Participant, consultation: Consultation) -> None:
    row = make_measure(goal="Goal", by=heron)
    swift = make_participant("Swift", consultation=consultation)
    change_row(row=row, cells=cells_of(row) | {"indicator": "One"}, based_on=1, at=timezone.now(), by=heron)
    change_row(row=row, cells={"goal": "Better", "indicator": ""}, based_on=1, at=timezone.now(), by=swift)
    row.refresh_from_db()
    assert (row.goal, row.indicator, row.version) == ("Better", "One", 3)


def test_two_hands_on_one_cell_show_both_texts_and_overwrite_nothing(
    mara: Membership, consultation: Consultation
) -> None:
    heron = make_participant(consultation=consultation)
    row = make_measure(goal="Goal", by=heron)
    desk, address = at_the_desk_of(mara), f"/consultations/{consultation.key}/plans/implementation/{row.key}/"
    change_row(row=row, cells={"goal": "Heron's goal"}, based_on=1, at=timezone.now(), by=heron)
    answer = desk.post(address, LINE | {"goal": "Mara's goal", "version": "1", "recommendations": ""})
    row.refresh_from_db()
    assert (answer.status_code, row.goal) == (409, "Heron's goal")
    for words in ("Heron&#x27;s goal", "Mara&#x27;s goal", "Somebody else changed"):
        assert words in answer.text


def test_every_version_is_kept(heron: Participant) -> None:
    row = make_measure(goal="One", by=heron)
    for version, goal in enumerate(("Two", "Three"), start=1):
        change_row(row=row, cells={"goal": goal}, based_on=version, at=timezone.now(), by=heron)
    assert [version.cells["goal"] for version in RowVersion.objects.filter(row=row.key)] == ["Three", "Two", "One"]


def test_a_line_is_taken_off_and_put_back(mara: Membership, consultation: Consultation) -> None:
    row = make_measure(by=make_participant(consultation=consultation))
    desk, here = at_the_desk_of(mara), f"/consultations/{consultation.key}/plans/implementation/"
    desk.post(f"{here}{row.key}/remove/")
    assert lines_of(consultation, Table.IMPLEMENTATION) == []
    assert desk.get(f"{here}{row.key}/").status_code == 404
    desk.post(f"{here}{row.key}/put-back/")
    assert [line.row for line in lines_of(consultation, Table.IMPLEMENTATION)] == [row]


def test_a_closed_consultation_keeps_its_plan_as_it_is(mara: Membership, consultation: Consultation) -> None:
    row = make_measure(by=make_participant(consultation=consultation))
    Consultation.objects.update(phase=Phase.CLOSED)
    desk, address = at_the_desk_of(mara), f"/consultations/{consultation.key}/plans/implementation/{row.key}/"
    assert desk.get(address).status_code == 200
    assert desk.post(address, LINE | {"version": "1"}).status_code == 403


def test_the_dialogue_knows_nothing_of_the_coalitions_plan(consultation: Consultation, heron: Participant) -> None:
    row = make_measure(goal="Between us", by=heron)
    dialogue = make_consultation("Dialogue", room=Room.DIALOGUE, review=consultation.review)
    official = at_the_desk_of(make_member("official", role="official"))
    here = f"/consultations/{dialogue.key}/plans/implementation/"
    assert "Between us" not in official.get(here).text
    assert official.get(f"{here}{row.key}/").status_code == 404


def test_the_dialogue_offers_neither_clusters_nor_organisations_of_the_coalition(consultation: Consultation) -> None:
    Cluster.objects.create(coalition=consultation.coalition, review=consultation.review, name="Detention")
    make_organisation("Legal Aid Network", coalition=consultation.coalition)
    dialogue = make_consultation("Dialogue", room=Room.DIALOGUE, review=consultation.review)
    official = at_the_desk_of(make_member("official", role="official"))
    for place in ("add", "typing"):
        page = official.get(f"/consultations/{dialogue.key}/plans/strategy/{place}/").text
        assert "Detention" not in page
        assert "Legal Aid Network" not in page
    names = Names(dialogue).understand(Table.STRATEGY, {"cluster": "Detention", "organisation": "Legal Aid Network"})
    assert set(names.wrong) == {"cluster", "organisation"}


def test_names_of_other_coalitions_name_nothing(heron: Participant, consultation: Consultation) -> None:
    make_organisation("Elsewhere House", coalition=make_coalition("Elsewhere"))
    address = f"/consultations/{consultation.key}/plans/strategy/add/"
    answer = guest(heron).post(address, {"activity": "Letter", "organisation": "Elsewhere House"})
    assert (answer.status_code, Activity.objects.count()) == (400, 0)


def test_a_participant_of_another_consultation_may_not_write_here(consultation: Consultation) -> None:
    other = make_participant(consultation=make_consultation("Another", review=consultation.review))
    with pytest.raises(Refused, match="another consultation"):
        add_row(consultation=consultation, table=Table.STRATEGY, cells={"activity": "x"}, at=timezone.now(), by=other)


@pytest.mark.parametrize("lines", [1, 3])
def test_a_plan_costs_the_same_for_one_line_and_for_three(
    mara: Membership, consultation: Consultation, lines: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    heron, desk = make_participant(consultation=consultation), at_the_desk_of(mara)
    for number in range(lines):
        make_measure(goal=f"Goal {number}", by=heron)
    desk.get("/consultations/")
    with django_assert_num_queries(8):
        desk.get(f"/consultations/{consultation.key}/plans/implementation/")
