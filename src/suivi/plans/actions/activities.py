"""Activities after they are written down: ticked off, dropped, taken up again, put on the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from suivi.history.actions import tell
from suivi.plans.models import Activity
from suivi.plans.permissions import can_keep_activities
from suivi.plans.queries.lines import rows_of
from suivi.plans.rules.columns import Table
from suivi.plans.rules.states import TRANSITIONS, ActivityState
from suivi.timeline.actions import add_milestone, move_own_milestone, tick_own_milestone

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation


@transaction.atomic
def tick_activity(*, activity: Activity, at: datetime, by: Membership) -> Activity:
    """Say that an activity is done, today."""
    return _set(activity, ActivityState.DONE, "tick_activity", at, by)


@transaction.atomic
def drop_activity(*, activity: Activity, at: datetime, by: Membership) -> Activity:
    """Say that nobody will do an activity any more."""
    return _set(activity, ActivityState.DROPPED, "drop_activity", at, by)


@transaction.atomic
def take_up_activity(*, activity: Activity, at: datetime, by: Membership) -> Activity:
    """Take an activity up again that was done or dropped."""
    return _set(activity, ActivityState.OPEN, "take_up_activity", at, by)


@transaction.atomic
def put_on_calendar(*, consultation: Consultation, at: datetime, by: Membership) -> int:
    """Put every open activity that has a day on the coalition's calendar, or move it there; return how many."""
    can_keep_activities(by, consultation).require()
    dated = rows_of(consultation, Table.STRATEGY).filter(state=ActivityState.OPEN).exclude(by_when=None)
    changed = 0
    for activity in dated:
        title = str(activity).splitlines()[0][:160]
        if activity.milestone is None:
            activity.milestone = add_milestone(
                review=consultation.review,
                title=title,
                due_on=activity.by_when,
                note="",
                organisation=activity.organisation,
                at=at,
                by=by,
            )
            activity.save(update_fields=["milestone"])
        elif (activity.milestone.due_on, activity.milestone.title) == (activity.by_when, title):
            continue
        else:
            move_own_milestone(milestone=activity.milestone, title=title, due_on=activity.by_when, at=at, by=by)
        changed += 1
    if changed:
        _tell(consultation, "put_on_calendar", f"consultation:{consultation.key}", by)
    return changed


def _set(activity: Activity, state: ActivityState, verb: str, at: datetime, by: Membership) -> Activity:
    """Move an activity; where it stands so already, nothing happens."""
    can_keep_activities(by, activity.consultation).require()
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    if TRANSITIONS[ActivityState(activity.state)].get(state) != verb:
        return activity
    activity.state = state
    activity.done_on = timezone.localdate(at) if state == ActivityState.DONE else None
    activity.save(update_fields=["state", "done_on"])
    if activity.milestone and by.role.keeps_calendar:
        tick_own_milestone(milestone=activity.milestone, done_on=activity.done_on, at=at, by=by)
    _tell(activity.consultation, verb, f"line:{activity.key}", by)
    return activity


def _tell(consultation: Consultation, verb: str, thing: str, by: Membership) -> None:
    tell(verb=verb, thing=thing, coalition=consultation.coalition.key, by=by)
