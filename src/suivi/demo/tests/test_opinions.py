"""The demo's opinion map: people in circles, results that show them, something left for a moderator."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.demo.opinions import fill_opinions
from suivi.opinions.models import Ballot
from suivi.opinions.queries.results import results_of
from suivi.opinions.rules.statements import StatementState


@pytest.mark.django_db
def test_the_demo_fills_an_opinion_map_whose_results_show_three_groups() -> None:
    consultation = make_consultation()
    make_participant("Heron", consultation=consultation)
    opinion_map = fill_opinions(consultation=consultation, at=timezone.now(), by=make_member("mara"))
    assert opinion_map.statements.shown().count() == 24
    assert opinion_map.statements.filter(state=StatementState.WAITING).count() == 2
    assert Ballot.objects.count() == 45
    shown = results_of(opinion_map)
    assert shown
    assert sorted(shown.outcome.sizes) == [11, 15, 19]
    assert len(shown.together) >= 4
    assert len(shown.divided) >= 8
