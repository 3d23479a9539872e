"""What waits for somebody, and what they follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.visits import for_participants, seated
from suivi.discussions.actions.following import follow, read_up, stop_following, tick_notice
from suivi.discussions.leading import address_of
from suivi.discussions.permissions import can_have_post, can_write
from suivi.discussions.queries.waiting import follows_of, what_waits_for
from suivi.discussions.views.finding import (
    found_cluster,
    found_entry,
    found_notice,
    found_recommendation,
    found_thread,
)

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.presence import VisitRequest


@for_participants
@require_safe
def waiting(request: VisitRequest, key: str) -> HttpResponse:
    """Show what waits for whoever asks, and what they follow."""
    by = request.visit.participant
    context = {
        "waiting": what_waits_for(by),
        "follows": follows_of(by) if by else [],
        "mails": bool(can_have_post(request.visit)),
    }
    return page(request, "discussions/waiting.html", context)


@for_participants
@require_POST
def tick(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Tick off something that waited."""
    tick_notice(notice=found_notice(request, thing), at=timezone.now(), by=seated(request))
    return redirect("discussions:waiting", key)


@for_participants
@require_POST
def read(request: VisitRequest, key: str) -> HttpResponse:
    """Note that everything new in the followed places was read."""
    can_write(request.visit).require()
    read_up(at=timezone.now(), by=seated(request))
    return redirect("discussions:waiting", key)


@for_participants
@require_POST
def follow_thread(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Follow a thread, or stop."""
    thread = found_thread(request, thing)
    can_write(request.visit).require()
    by, now = seated(request), timezone.now()
    stop_following(thread=thread, by=by) if "stop" in request.POST else follow(thread=thread, at=now, by=by)
    return redirect("discussions:thread", key, thing)


@for_participants
@require_POST
def follow_recommendation(request: VisitRequest, key: str, number: str) -> HttpResponse:
    """Follow a recommendation, or stop."""
    one = found_recommendation(request, number)
    can_write(request.visit).require()
    by, now = seated(request), timezone.now()
    stop_following(recommendation=one, by=by) if "stop" in request.POST else follow(recommendation=one, at=now, by=by)
    return redirect("discussions:recommendation", key, number)


@for_participants
@require_POST
def follow_cluster(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Follow a cluster, or stop."""
    one = found_cluster(request, thing)
    can_write(request.visit).require()
    by, now = seated(request), timezone.now()
    stop_following(cluster=one, by=by) if "stop" in request.POST else follow(cluster=one, at=now, by=by)
    return redirect("discussions:cluster", key, thing)


@for_participants
@require_safe
def entry(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Lead to an entry, wherever its thread is shown."""
    return redirect(address_of(request.visit.consultation, found_entry(request, thing)))
