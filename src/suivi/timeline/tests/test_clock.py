"""The clock of a coalition's review: from the record, from what people did, for whoever may see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.models import Membership
from suivi.coalitions.rules import Zone
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.record.models import Review
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_review
from suivi.timeline.queries import Clock, clock, reviews_of_state
from suivi.timeline.rules.words import Condition, Kind
from suivi.timeline.tests.factories import make_milestone, make_past_cycles

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 1)


def look(membership: Membership, today: date = TODAY, cycle: int = 4) -> Clock:
    reviews = reviews_of_state("XOR")
    return clock(membership, reviews, next(each for each in reviews if each.cycle == cycle), today)


def conditions(found: Clock) -> dict[str, Condition]:
    return {step.name: step.condition for step in found.steps}


@pytest.fixture
def mara() -> Membership:
    member = make_member("mara")
    member.coalition.founded_at = timezone.now() - timedelta(days=9000)
    member.coalition.save()
    return member


def test_the_window_is_that_of_the_state_s_own_earlier_answers(mara: Membership) -> None:
    make_review()
    make_past_cycles()
    window = look(mara).window
    assert window
    assert (window.days, window.own) == ((88, 118), True)
    assert (window.opens_on, window.closes_on) == (date(2026, 4, 26), date(2026, 5, 26))


def test_a_published_addendum_is_a_fact_and_closes_the_window(mara: Membership) -> None:
    make_past_cycles()
    review = make_review()
    Review.objects.filter(pk=review.pk).update(addendum_on=date(2026, 3, 25))
    found = look(mara)
    assert found.window is None
    assert conditions(found)["answer"] == Condition.KNOWN


def test_an_answer_on_every_recommendation_in_the_room_closes_the_window_too(mara: Membership) -> None:
    review = make_review()
    make_recommendation(review=review, position=Position.SUPPORTED)
    assert look(mara).window is None
    make_recommendation(review=review, position=Position.PENDING)
    assert look(mara).window is not None


def test_a_recommendation_in_the_record_settles_the_draft_list(mara: Membership) -> None:
    review = make_review()
    Review.objects.filter(pk=review.pk).update(report_symbol="")
    assert conditions(look(mara, date(2026, 2, 1)))["draft_list"] == Condition.AWAITED
    make_recommendation(review=review)
    assert conditions(look(mara, date(2026, 2, 1)))["draft_list"] == Condition.KNOWN


def test_an_earlier_cycle_knows_when_the_next_review_took_place(mara: Membership) -> None:
    make_review()
    make_past_cycles()
    found = look(mara, cycle=3)
    following = found.step(Kind.NEXT_REVIEW)
    assert following
    assert following.certain
    assert following.first == date(2026, 1, 28)
    assert not found.newest


def test_late_is_ours_and_past_and_waiting_is_what_comes(mara: Membership) -> None:
    make_review()
    make_milestone("Letter", due_on=date(2026, 3, 30))
    found = look(mara)
    assert found.late[0].name == "first_ten_days"
    assert found.late[-1].kind == Kind.OWN
    assert not {step.name for step in found.late} & {step.name for step in found.waiting}


def test_partners_see_the_days_of_the_record_and_only_what_is_shared_of_our_own(mara: Membership) -> None:
    make_review()
    make_milestone("Private letter", due_on=TODAY)
    make_milestone("Shared dialogue", due_on=TODAY, zone=Zone.SHARED)
    make_milestone(kind=Kind.FIRST_TEN_DAYS, done_on=date(2026, 2, 3))
    ombud = make_member("ombud", role="nhri", coalition=mara.coalition)
    own = [step.kept.title for step in look(ombud).steps if step.kind == Kind.OWN and step.kept]
    assert own == ["Shared dialogue"]
    assert conditions(look(mara))["first_ten_days"] == Condition.DONE
    assert conditions(look(ombud))["first_ten_days"] != Condition.DONE


def test_another_coalition_s_milestones_do_not_exist(mara: Membership) -> None:
    make_review()
    other = make_coalition("Another Coalition")
    make_milestone("Theirs", coalition=other, due_on=TODAY)
    assert not [step for step in look(mara).steps if step.kind == Kind.OWN]


@pytest.mark.parametrize("touched", [1, 3])
def test_the_clock_costs_two_queries_however_much_was_touched(
    mara: Membership,
    touched: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_review()
    make_past_cycles()
    for number in range(touched):
        make_milestone(f"Letter {number}")
    with django_assert_num_queries(2):
        found = look(mara)
        assert not [step for step in found.steps if getattr(step.kept, "organisation", None)]
