"""What people do with the calendar: move, tick off, note, add, take away; and make or withdraw a feed."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.queries import hash_of
from suivi.history.actions import tell
from suivi.timeline.models import CalendarFeed, Milestone
from suivi.timeline.permissions import can_keep_calendar, can_see_calendar
from suivi.timeline.rules.words import Kind

if TYPE_CHECKING:
    from datetime import date, datetime

    from suivi.coalitions.models import Membership, Organisation
    from suivi.record.models import Review
    from suivi.timeline.rules.steps import Step


@transaction.atomic
def move_milestone(*, review: Review, step: Step, to: date, reason: str, at: datetime, by: Membership) -> Milestone:
    """Set the day of one of the cycle's milestones by hand, with the reason; the counted day is kept beside it."""
    can_keep_calendar(by).require()
    milestone = _touched(review, step, by)
    milestone.due_on, milestone.counted_on, milestone.reason = to, step.counted_on, reason
    return _keep(milestone, "move_milestone", ["due_on", "counted_on", "reason"], at, by)


@transaction.atomic
def count_again(*, review: Review, step: Step, at: datetime, by: Membership) -> Milestone:
    """Let the clock count a moved milestone again."""
    can_keep_calendar(by).require()
    milestone = _touched(review, step, by)
    milestone.due_on, milestone.counted_on, milestone.reason = None, None, ""
    return _keep(milestone, "count_again", ["due_on", "counted_on", "reason"], at, by)


@transaction.atomic
def tick_milestone(*, review: Review, step: Step, done_on: date | None, at: datetime, by: Membership) -> Milestone:
    """Tick a milestone off on a day, or (None) take the tick away."""
    can_keep_calendar(by).require()
    milestone = _touched(review, step, by)
    milestone.done_on = done_on
    return _keep(milestone, "tick_milestone" if done_on else "untick_milestone", ["done_on"], at, by)


@transaction.atomic
def note_milestone(
    *, review: Review, step: Step, note: str, organisation: Organisation | None, at: datetime, by: Membership
) -> Milestone:
    """Write down what is to be remembered about a milestone, and which organisation sees to it."""
    can_keep_calendar(by).require()
    milestone = _touched(review, step, by)
    milestone.note, milestone.organisation = note, organisation
    return _keep(milestone, "note_milestone", ["note", "organisation"], at, by)


@transaction.atomic
def add_milestone(
    *,
    review: Review,
    title: str,
    due_on: date,
    note: str,
    organisation: Organisation | None,
    at: datetime,
    by: Membership,
) -> Milestone:
    """Add a milestone of the coalition's own to a review."""
    can_keep_calendar(by).require()
    milestone = Milestone(coalition=by.coalition, review=review, changed_at=at)
    milestone.title, milestone.due_on, milestone.note, milestone.organisation = title, due_on, note, organisation
    milestone.save(force_insert=True)
    return _told(milestone, "add_milestone", [], by)


@transaction.atomic
def change_milestone(
    *,
    review: Review,
    step: Step,
    title: str,
    due_on: date,
    note: str,
    organisation: Organisation | None,
    at: datetime,
    by: Membership,
) -> Milestone:
    """Change one of the coalition's own milestones."""
    can_keep_calendar(by).require()
    milestone = _touched(review, step, by)
    milestone.title, milestone.due_on, milestone.note, milestone.organisation = title, due_on, note, organisation
    return _keep(milestone, "change_milestone", ["title", "due_on", "note", "organisation"], at, by)


@transaction.atomic
def move_own_milestone(*, milestone: Milestone, title: str, due_on: date, at: datetime, by: Membership) -> Milestone:
    """Give one of the coalition's own milestones another day and title, where what it stands for moved."""
    can_keep_calendar(by).require()
    milestone = _own(milestone, by)
    milestone.title, milestone.due_on = title, due_on
    return _keep(milestone, "change_milestone", ["title", "due_on"], at, by)


@transaction.atomic
def tick_own_milestone(*, milestone: Milestone, done_on: date | None, at: datetime, by: Membership) -> Milestone:
    """Tick one of the coalition's own milestones off, or (None) take the tick away."""
    can_keep_calendar(by).require()
    milestone = _own(milestone, by)
    milestone.done_on = done_on
    return _keep(milestone, "tick_milestone" if done_on else "untick_milestone", ["done_on"], at, by)


@transaction.atomic
def remove_milestone(*, review: Review, step: Step, at: datetime, by: Membership) -> Milestone:
    """Take one of the coalition's own milestones off the calendar; it can be put back."""
    can_keep_calendar(by).require()
    milestone = _touched(review, step, by)
    milestone.removed_at = at
    return _keep(milestone, "remove_milestone", ["removed_at"], at, by)


@transaction.atomic
def put_back_milestone(*, milestone: Milestone, at: datetime, by: Membership) -> Milestone:
    """Put a milestone that was taken away back on the calendar."""
    can_keep_calendar(by).require()
    milestone = _own(milestone, by)
    milestone.removed_at = None
    return _keep(milestone, "put_back_milestone", ["removed_at"], at, by)


@transaction.atomic
def make_feed(*, at: datetime, by: Membership) -> str:
    """Make the member's secret address and return its token, which nobody can read again; an older one dies."""
    can_see_calendar(by).require()
    CalendarFeed.objects.open().filter(membership=by).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(membership=by, token_hash=hash_of(token), made_at=at)
    tell(verb="make_feed", thing=f"membership:{by.key}", coalition=by.coalition.key, by=by)
    return token


@transaction.atomic
def withdraw_feed(*, at: datetime, by: Membership) -> None:
    """Let the member's secret address answer no more."""
    can_see_calendar(by).require()
    if CalendarFeed.objects.open().filter(membership=by).update(withdrawn_at=at):
        tell(verb="withdraw_feed", thing=f"membership:{by.key}", coalition=by.coalition.key, by=by)


def _own(milestone: Milestone, by: Membership) -> Milestone:
    return Milestone.objects.select_for_update(of=("self",)).get(pk=milestone.pk, coalition=by.coalition)


def _touched(review: Review, step: Step, by: Membership) -> Milestone:
    """Return the coalition's row of a step, locked; a milestone of the cycle gets one when it is first touched."""
    rows = Milestone.objects.select_for_update(of=("self",)).filter(coalition=by.coalition, review=review)
    if step.kind == Kind.OWN:
        return rows.get(key=step.name)
    row, _made = rows.get_or_create(coalition=by.coalition, review=review, kind=step.kind, round=step.round)
    return row


def _keep(milestone: Milestone, verb: str, fields: list[str], at: datetime, by: Membership) -> Milestone:
    milestone.changed_at = at
    milestone.save(update_fields=[*fields, "changed_at"])
    return _told(milestone, verb, fields, by)


def _told(milestone: Milestone, verb: str, fields: list[str], by: Membership) -> Milestone:
    thing = f"milestone:{milestone.key}"
    details = {"review": milestone.review.key, "kind": milestone.kind, "fields": fields}
    tell(verb=verb, thing=thing, coalition=by.coalition.key, details=details, by=by)
    return milestone
