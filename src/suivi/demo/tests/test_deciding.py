"""The demo's consultation weighs and decides as its story tells."""

from __future__ import annotations

import tomllib

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member, make_organisation
from suivi.consent.models import Motion
from suivi.consultations.models import Consultation
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.demo.consent import fill_decisions
from suivi.demo.priorities import TAKEN, fill_priorities
from suivi.demo.story import DATA
from suivi.priorities.queries.joint import priorities_of
from suivi.priorities.queries.results import results_of
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def consultation() -> Consultation:
    """Return a consultation with the recommendations of the story, and people of four organisations."""
    told = tomllib.loads((DATA / "priorities.toml").read_text(encoding="utf-8"))
    made = make_consultation(phase=Phase.PRIORITISE)
    for each in told["weighed"]:
        make_recommendation(review=made.review, text=f"Do something about {each['words']}")
    for number in range(4):
        network = make_organisation(f"Network {number}", coalition=made.coalition)
        make_participant(f"Somebody {number}", consultation=made, organisation=network)
    return made


def test_scores_spread_with_a_tie_and_with_quarrels(consultation: Consultation) -> None:
    scored, dotted = fill_priorities(consultation=consultation, at=NOW, by=make_member("mara"))
    results = results_of(scored, few_too=False)
    assert results.ties
    assert {each.recommendation.text.split("about ")[1] for each in results.differing} >= {"moratorium on executions"}
    assert priorities_of(consultation).count() == TAKEN
    assert results_of(dotted, few_too=False).ranked


def test_five_motions_end_in_five_ways(consultation: Consultation) -> None:
    mara = make_member("mara")
    fill_priorities(consultation=consultation, at=NOW, by=mara)
    consultation.phase = Phase.DECIDE
    consultation.save()
    fill_decisions(consultation=consultation, at=NOW, by=mara)
    seen = list(Motion.objects.order_by("id").values_list("state", "outcome", "wording"))
    assert seen == [
        ("decided", "consent", 1),
        ("decided", "consent_aside", 1),
        ("decided", "consent", 2),
        ("open", "", 1),
        ("not_decided", "objected", 1),
    ]
