"""The demo fills an empty instance, and only an empty one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suivi.coalitions.models import Membership
from suivi.common.decisions import Refused
from suivi.consultations.models import Consultation
from suivi.consultations.rules import Phase, Room
from suivi.demo.actions import make_demo
from suivi.demo.story import people
from suivi.minutes.queries.facts import facts_of
from suivi.record.models import Recommendation, Review
from suivi.timeline.models import Milestone

MOMENT = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_the_demo_brings_four_reviews_a_coalition_and_its_dates_and_comes_only_once() -> None:
    steps: list[str] = []
    make_demo(password="only-for-a-demo-7", at=MOMENT, tell=steps.append, by="demo")
    assert [review.key for review in Review.objects.order_by("cycle")] == ["XOR/1", "XOR/2", "XOR/3", "XOR/4"]
    newest = Recommendation.objects.filter(review__cycle=4)
    assert (newest.supported().count(), newest.pending().count()) == (88, 143)
    told = {(each["handle"], each["role"]) for each in people()["person"]}
    assert {(each.person.handle, each.role_key) for each in Membership.objects.all()} == told
    assert Milestone.objects.filter(activity=None, consultation=None).count() == 3
    assert len(steps) == 9
    _holds_a_consultation_as_far_as_its_decisions()
    with pytest.raises(Refused):
        make_demo(password="only-for-a-demo-7", at=MOMENT, tell=steps.append, by="demo")


def _holds_a_consultation_as_far_as_its_decisions() -> None:
    consultation = Consultation.objects.get(room=Room.COALITION)
    assert consultation.phase == Phase.DECIDE
    facts = facts_of(consultation, MOMENT)
    assert (facts.seats, len(facts.decisions), facts.voters) == (45, 5, 45)
    told = [facts.sessions, facts.strategies, facts.priorities, facts.together, facts.activities]
    assert all(told)
    assert consultation.minutes.notes.exists()
    assert Consultation.objects.get(room=Room.DIALOGUE).phase == Phase.GATHER
