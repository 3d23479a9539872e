"""Starting the plans from what was decided: nothing typed twice, nothing begun twice."""

from __future__ import annotations

from datetime import date

import pytest

from suivi.clusters.models import Cluster, Placement
from suivi.coalitions.tests.factories import make_member
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant
from suivi.discussions.models import Strategy
from suivi.discussions.rules.strategies import StrategyState
from suivi.discussions.tests.factories import make_strategy
from suivi.plans.models import Activity
from suivi.plans.queries.lines import lines_of
from suivi.plans.rules.columns import Table
from suivi.priorities.models import Priority
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation() -> Consultation:
    found = make_consultation()
    asked = make_recommendation(review=found.review, number="128.1")
    cluster = Cluster.objects.create(coalition=found.coalition, review=found.review, name="Detention")
    Placement.objects.create(coalition=found.coalition, cluster=cluster, recommendation=asked, lead=True)
    Priority.objects.create(consultation=found, recommendation=asked, rank=1)
    return found


def test_a_priority_becomes_a_line_of_its_cluster(consultation: Consultation) -> None:
    at_the_desk_of(make_member("mara")).post(f"/consultations/{consultation.key}/plans/start/")
    (line,) = lines_of(consultation, Table.IMPLEMENTATION)
    assert (line.cells["cluster"], line.cells["recommendations"]) == ("Detention", "128.1")


def test_an_adopted_strategy_becomes_an_activity_and_others_do_not(consultation: Consultation) -> None:
    ibis = make_participant("Ibis", consultation=consultation)
    adopted, _proposed = (make_strategy(title, by=ibis) for title in ("Letters", "Radio"))
    Strategy.objects.filter(pk=adopted.pk).update(state=StrategyState.ADOPTED, due_on=date(2026, 7, 31))
    desk = at_the_desk_of(make_member("mara"))
    for _each in range(2):
        desk.post(f"/consultations/{consultation.key}/plans/start/")
    (activity,) = Activity.objects.all()
    assert (activity.activity.splitlines()[0], activity.by_when) == ("Letters", date(2026, 7, 31))


def test_nothing_is_begun_twice_and_what_was_taken_off_stays_off(consultation: Consultation) -> None:
    adopted = make_strategy("Letters", by=make_participant("Ibis", consultation=consultation))
    Strategy.objects.filter(pk=adopted.pk).update(state=StrategyState.ADOPTED)
    desk, here = at_the_desk_of(make_member("mara")), f"/consultations/{consultation.key}/plans/"
    desk.post(f"{here}start/")
    desk.post(f"{here}strategy/{Activity.objects.get().key}/remove/")
    answer = desk.post(f"{here}start/", follow=True)
    assert "stands in a plan already" in answer.text
    assert [lines_of(consultation, table) for table in Table][1] == []
