"""Days that no document has told yet are set by hand, and told in the history."""

from __future__ import annotations

from datetime import date

import pytest

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.common.decisions import Refused
from suivi.history.models import Event
from suivi.record.actions.reviews import date_review
from suivi.record.forms import ReviewForm
from suivi.record.tests.factories import make_review

pytestmark = pytest.mark.django_db
REVIEWED = date(2026, 1, 28)
PLENARY = date(2026, 7, 2)


@pytest.fixture
def coordinator() -> Membership:
    return make_member(role="coordinator")


def test_a_day_set_by_hand_stays_and_the_history_names_the_field_only(coordinator: Membership) -> None:
    review = make_review(reviewed_on=REVIEWED)
    date_review(review=review, facts={"plenary_on": PLENARY, "reviewed_on": REVIEWED}, by=coordinator)
    review.refresh_from_db()
    assert review.plenary_on == PLENARY
    event = Event.objects.get(verb="date_review")
    assert event.details == {"fields": ["plenary_on"]}


def test_what_stays_the_same_is_not_told(coordinator: Membership) -> None:
    date_review(review=make_review(reviewed_on=REVIEWED), facts={"reviewed_on": REVIEWED}, by=coordinator)
    assert not Event.objects.filter(verb="date_review").exists()


def test_members_without_the_right_are_refused() -> None:
    with pytest.raises(Refused):
        date_review(review=make_review(), facts={"plenary_on": PLENARY}, by=make_member(role="member"))


def test_days_that_run_backwards_are_refused_in_a_sentence() -> None:
    typed = {"reviewed_on": PLENARY, "plenary_on": REVIEWED}
    form = ReviewForm(typed, instance=make_review())
    assert form.errors["plenary_on"] == ["This day lies before the one it follows."]
