"""Activities by organisation: who does what by when, ticked off, and put on the calendar."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.visits import VisitRequest, for_members, for_participants
from suivi.plans.actions.activities import drop_activity, put_on_calendar, take_up_activity, tick_activity
from suivi.plans.permissions import can_keep_activities
from suivi.plans.queries.lines import by_organisation, rows_of
from suivi.plans.rules.columns import Table
from suivi.plans.rules.states import ActivityState

VERBS = {
    ActivityState.DONE: tick_activity,
    ActivityState.DROPPED: drop_activity,
    ActivityState.OPEN: take_up_activity,
}


@for_participants
@require_safe
def actions(request: VisitRequest, key: str) -> HttpResponse:
    """Show who does what by when, organisation by organisation."""
    visit, today = request.visit, timezone.localdate()
    gathered = [
        (organisation, [(activity, activity.is_late(today)) for activity in activities])
        for organisation, activities in by_organisation(visit.consultation)
    ]
    may_keep = can_keep_activities(visit.membership, visit.consultation)
    return page(request, "plans/actions.html", {"gathered": gathered, "may_keep": may_keep, "today": today})


@for_members
@require_POST
def tick(request: VisitRequest, key: str, row: str, state: str) -> HttpResponse:
    """Tick an activity off, drop it, or take it up again."""
    activity = get_object_or_404(rows_of(request.visit.consultation, Table.STRATEGY), key=row)
    if state not in ActivityState.values:
        raise Http404
    membership, now = request.visit.membership, timezone.now()
    can_keep_activities(membership, request.visit.consultation).require()
    if membership:
        VERBS[ActivityState(state)](activity=activity, at=now, by=membership)
    return redirect("plans:actions", key)


@for_members
@require_POST
def calendar(request: VisitRequest, key: str) -> HttpResponse:
    """Put every activity with a day on the coalition's calendar."""
    membership, consultation = request.visit.membership, request.visit.consultation
    can_keep_activities(membership, consultation).require()
    if membership:
        count = put_on_calendar(consultation=consultation, at=timezone.now(), by=membership)
        told = ngettext(
            "%(n)d activity stands on the calendar now.", "%(n)d activities stand on the calendar now.", count
        )
        messages.success(request, told % {"n": count} if count else _("The calendar has them all already."))
    return redirect("plans:actions", key)
