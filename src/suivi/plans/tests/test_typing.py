"""The page of a typist: line after line from paper, the cluster kept, nothing twice."""

from __future__ import annotations

from uuid import uuid4

import pytest

from suivi.clusters.models import Cluster
from suivi.coalitions.tests.factories import make_member
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation
from suivi.plans.models import Measure
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation() -> Consultation:
    found = make_consultation()
    make_recommendation(review=found.review, number="128.1")
    Cluster.objects.create(coalition=found.coalition, review=found.review, name="Detention")
    return found


def typing(consultation: Consultation) -> str:
    return f"/consultations/{consultation.key}/plans/implementation/typing/"


def test_ten_lines_one_after_the_other_and_the_cluster_stays(consultation: Consultation) -> None:
    desk, address = (
        at_the_desk_of(make_member("mara")),
        f"/consultations/{consultation.key}/plans/implementation/typing/",
    )
    for number in range(10):
        line = {"cluster": "detention", "recommendations": "128.1", "goal": f"Goal {number}", "act": str(uuid4())}
        address = desk.post(address, line).headers["Location"]
    page = desk.get(address).text
    assert 'value="detention"' in page
    assert "Goal 9" in page
    assert [(each.goal, str(each.cluster)) for each in Measure.objects.order_by("id")] == [
        (f"Goal {number}", "Detention") for number in range(10)
    ]


def test_enter_pressed_twice_keeps_one_line(consultation: Consultation) -> None:
    desk, address = (
        at_the_desk_of(make_member("mara")),
        f"/consultations/{consultation.key}/plans/implementation/typing/",
    )
    line = {"goal": "Once", "act": str(uuid4())}
    for _each in range(2):
        desk.post(address, line)
    assert Measure.objects.count() == 1


def test_a_slip_keeps_what_was_typed(consultation: Consultation) -> None:
    desk, address = (
        at_the_desk_of(make_member("mara")),
        f"/consultations/{consultation.key}/plans/implementation/typing/",
    )
    answer = desk.post(address, {"recommendations": "128.111", "goal": "A long goal"})
    assert answer.status_code == 400
    assert "A long goal" in answer.text
    assert "The review has no recommendation 128.111." in answer.text
