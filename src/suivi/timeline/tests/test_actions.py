"""Keeping the calendar: who may, what it changes, and that it is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.history.models import Event
from suivi.history.queries import verify_chain
from suivi.record.models import Review
from suivi.record.tests.factories import make_review
from suivi.timeline import actions
from suivi.timeline.models import CalendarFeed, Milestone
from suivi.timeline.permissions import can_keep_calendar
from suivi.timeline.queries import clock, feed_with, removed_milestones, reviews_of_state
from suivi.timeline.rules.steps import Step
from suivi.timeline.rules.words import Condition, Kind

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 4, 1), timezone.now()


@pytest.fixture
def review() -> Review:
    return make_review()


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def step(name: str, by: Membership) -> Step:
    reviews = reviews_of_state("XOR")
    found = clock(by, reviews, reviews[0], TODAY).step(name)
    assert found
    return found


def test_only_roles_that_keep_the_calendar_may() -> None:
    coalition = make_coalition()
    may = {role for role in ROLES if can_keep_calendar(make_member(f"p-{role}", role=role, coalition=coalition))}
    assert may == {"coordinator", "steering", "convenor"}
    assert not can_keep_calendar(None)


def test_moving_a_milestone_keeps_the_reason_and_the_counted_day(review: Review, mara: Membership) -> None:
    plenary = step("plenary", mara)
    actions.move_milestone(review=review, step=plenary, to=date(2026, 7, 2), reason="Announced", at=NOW, by=mara)
    row = Milestone.objects.get(kind=Kind.PLENARY)
    assert (row.due_on, row.counted_on, row.reason) == (date(2026, 7, 2), plenary.counted_on, "Announced")
    assert step("plenary", mara).moved


def test_a_moved_milestone_can_be_counted_again(review: Review, mara: Membership) -> None:
    counted = step("plenary", mara)
    actions.move_milestone(review=review, step=counted, to=date(2026, 7, 2), reason="Announced", at=NOW, by=mara)
    actions.count_again(review=review, step=step("plenary", mara), at=NOW, by=mara)
    assert step("plenary", mara).first == counted.first
    assert not step("plenary", mara).moved


def test_ticking_off_and_taking_the_tick_away(review: Review, mara: Membership) -> None:
    actions.tick_milestone(review=review, step=step("first_ten_days", mara), done_on=TODAY, at=NOW, by=mara)
    assert step("first_ten_days", mara).condition == Condition.DONE
    actions.tick_milestone(review=review, step=step("first_ten_days", mara), done_on=None, at=NOW, by=mara)
    assert step("first_ten_days", mara).condition != Condition.DONE


def test_a_milestone_of_the_cycle_is_stored_once_however_often_it_is_touched(review: Review, mara: Membership) -> None:
    for number in (1, 2):
        name = f"annual_round-{number}"
        actions.tick_milestone(review=review, step=step(name, mara), done_on=TODAY, at=NOW, by=mara)
        actions.note_milestone(review=review, step=step(name, mara), note="x", organisation=None, at=NOW, by=mara)
    assert sorted(Milestone.objects.values_list("kind", "round")) == [("annual_round", 1), ("annual_round", 2)]


def test_one_s_own_milestone_is_added_changed_taken_away_and_put_back(review: Review, mara: Membership) -> None:
    told = {"title": "Letter", "due_on": TODAY, "note": "", "organisation": None}
    made = actions.add_milestone(review=review, **told, at=NOW, by=mara)  # type: ignore[arg-type]
    network = make_organisation(coalition=mara.coalition)
    changed = {**told, "title": "Two letters", "organisation": network}
    actions.change_milestone(review=review, step=step(made.key, mara), **changed, at=NOW, by=mara)  # type: ignore[arg-type]
    assert str(Milestone.objects.get()) == "Two letters"
    actions.remove_milestone(review=review, step=step(made.key, mara), at=NOW, by=mara)
    assert removed_milestones(mara, review).get() == made
    actions.put_back_milestone(milestone=made, at=NOW, by=mara)
    assert step(made.key, mara)


def test_every_change_is_told_without_a_word_that_anybody_wrote(review: Review, mara: Membership) -> None:
    made = actions.add_milestone(
        review=review, title="Meet the envoy", due_on=TODAY, note="at night", organisation=None, at=NOW, by=mara
    )
    actions.move_milestone(
        review=review, step=step("plenary", mara), to=TODAY, reason="an envoy said so", at=NOW, by=mara
    )
    actions.tick_milestone(review=review, step=step(made.key, mara), done_on=TODAY, at=NOW, by=mara)
    actions.make_feed(at=NOW, by=mara)
    told = [(each.verb, each.coalition) for each in Event.objects.filter(coalition=mara.coalition.key)]
    assert [verb for verb, _coalition in told] == ["add_milestone", "move_milestone", "tick_milestone", "make_feed"]
    assert "envoy" not in str(list(Event.objects.values()))
    assert verify_chain().broken_at is None


def test_a_member_who_may_not_changes_nothing(review: Review, mara: Membership) -> None:
    idris = make_member("idris", role="member", coalition=mara.coalition)
    with pytest.raises(Refused):
        actions.tick_milestone(review=review, step=step("midterm", idris), done_on=TODAY, at=NOW, by=idris)
    with pytest.raises(Refused):
        actions.add_milestone(review=review, title="x", due_on=TODAY, note="", organisation=None, at=NOW, by=idris)
    assert not Milestone.objects.exists()
    assert not Event.objects.filter(verb__endswith="milestone").exists()


def test_one_coalition_cannot_touch_another_s_milestone(review: Review, mara: Membership) -> None:
    made = actions.add_milestone(review=review, title="Ours", due_on=TODAY, note="", organisation=None, at=NOW, by=mara)
    stranger = make_member("stranger", coalition=make_coalition("Another Coalition"))
    with pytest.raises(Milestone.DoesNotExist):
        actions.remove_milestone(review=review, step=step(made.key, mara), at=NOW, by=stranger)
    with pytest.raises(Milestone.DoesNotExist):
        actions.put_back_milestone(milestone=made, at=NOW, by=stranger)


def test_a_new_secret_address_ends_the_old_one(mara: Membership) -> None:
    old = actions.make_feed(at=NOW, by=mara)
    new = actions.make_feed(at=NOW, by=mara)
    assert feed_with(old) is None
    assert feed_with(new)
    assert CalendarFeed.objects.open().count() == 1


def test_the_token_of_a_feed_is_nowhere_kept(mara: Membership) -> None:
    token = actions.make_feed(at=NOW, by=mara)
    assert token not in str(list(CalendarFeed.objects.values())) + str(list(Event.objects.values()))


def test_withdrawing_where_nothing_is_open_tells_nothing(mara: Membership) -> None:
    actions.withdraw_feed(at=NOW, by=mara)
    assert not Event.objects.filter(verb="withdraw_feed").exists()
