"""Plans on paper: cluster by cluster, with the wording of what each line is about; the sheet can be brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from suivi.clusters.models import Cluster
from suivi.consultations.tests.factories import make_participant
from suivi.plans.models import Measure
from suivi.plans.queries.lines import cells_of
from suivi.plans.rules.columns import Table
from suivi.plans.sheets import lines_in
from suivi.plans.tests.factories import make_activity, make_measure
from suivi.record.rules import Position
from suivi.record.tests.conftest import SigningIn, signed_in
from suivi.record.tests.factories import make_recommendation, make_review
from undocs import guarded

__all__ = ["signed_in"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara(signed_in: SigningIn) -> Client:
    return signed_in()


def make_line() -> Measure:
    by = make_participant()
    make_recommendation(number="128.1", text="End torture", position=Position.SUPPORTED)
    Cluster.objects.create(coalition=by.consultation.coalition, review=by.consultation.review, name="Detention")
    cells = {"cluster": "Detention", "recommendations": "128.1", "goal": "No torture", "ministry": "=1+1"}
    return make_measure(by=by, **cells)


def test_the_implementation_plan_says_what_each_line_is_about(mara: Client) -> None:
    line = make_line()
    shown = mara.get(f"/papers/implementation-plan/{line.consultation.key}.html").content.decode()
    for words in ("Detention", "128.1", "End torture", "Supported", "No torture", "1 line", "about 1 recommendation"):
        assert words in shown


def test_the_action_strategy_says_who_does_what_by_when(mara: Client) -> None:
    by = make_participant()
    make_activity(by=by, activity="Letter to the minister", by_whom="Lina", by_when="2027-02-01")
    shown = mara.get(f"/papers/action-strategy/{by.consultation.key}.html").content.decode()
    for words in ("Of no cluster", "Letter to the minister", "Lina", "1 February 2027"):
        assert words in shown


def test_a_plan_that_left_as_excel_comes_back_as_it_was(mara: Client, tmp_path: Path) -> None:
    line = make_line()
    file = tmp_path / "plan.xlsx"
    file.write_bytes(mara.get(f"/papers/implementation-plan/{line.consultation.key}.xlsx?language=fr").content)
    [brought] = lines_in(Table.IMPLEMENTATION, guarded.first_rows(str(file), 10)) or []
    assert (brought.key, brought.version, brought.cells) == (line.key, line.version, cells_of(line))


def test_a_plan_without_lines_is_not_printed(mara: Client) -> None:
    answer = mara.get(f"/papers/action-strategy/{make_participant().consultation.key}.pdf")
    assert (answer.status_code, "Nothing stands in this plan" in answer.content.decode()) == (409, True)


def test_a_line_about_a_recommendation_of_another_review_is_refused(mara: Client) -> None:
    line = make_line()
    line.recommendations.add(make_recommendation(review=make_review(cycle=3), number="122.4"))
    answer = mara.get(f"/papers/implementation-plan/{line.consultation.key}.pdf")
    assert (answer.status_code, "of another review" in answer.content.decode()) == (409, True)
