"""Pages to read: the overview, all threads, one thread, one recommendation, earlier texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.consultations.visits import for_participants
from suivi.discussions.models import Thread
from suivi.discussions.permissions import can_propose, can_write
from suivi.discussions.queries.overview import overview as overview_of
from suivi.discussions.queries.overview import with_last
from suivi.discussions.queries.places import recommendations_in
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.queries.threads import entry_count_of, threads_of, threads_on_cluster, unanswered
from suivi.discussions.queries.waiting import what_waits_for
from suivi.discussions.rules.words import Area
from suivi.discussions.views.finding import found_cluster, found_entry, found_recommendation, found_thread
from suivi.discussions.views.showing import show_thread

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.presence import VisitRequest

PER_PAGE = 40


@for_participants
@require_safe
def overview(request: VisitRequest, key: str) -> HttpResponse:
    """Show the discussion at a glance."""
    visit = request.visit
    found = overview_of(visit.consultation, visit.participant)
    context = {
        "overview": found,
        "areas": [(area.value, area.label, found.areas.get(area.value, 0)) for area in Area],
        "waiting": what_waits_for(visit.participant),
        "may_write": can_write(visit),
        "may_propose": can_propose(visit),
    }
    return page(request, "discussions/overview.html", context)


@for_participants
@require_safe
def threads(request: VisitRequest, key: str) -> HttpResponse:
    """List the threads, all or those that nobody answered."""
    found = threads_of(request.visit.consultation, request.visit.participant).filter(Q(entry_count__gt=0))
    alone = "unanswered" in request.GET
    listed = Paginator(unanswered(found) if alone else found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"threads": listed, "rows": with_last(listed), "unanswered": alone, "may_write": can_write(request.visit)}
    return page(request, "discussions/threads.html", context)


@for_participants
@require_safe
def recommendations(request: VisitRequest, key: str) -> HttpResponse:
    """List the recommendations of the review, each with how much was said about it."""
    words = request.GET.get("q", "").strip()[:80]
    found = Paginator(recommendations_in(request.visit.consultation, words), PER_PAGE).get_page(request.GET.get("page"))
    here = threads_of(request.visit.consultation).filter(recommendation__in=[each.pk for each in found])
    counts = {each.recommendation_id: entry_count_of(each) for each in here}
    rows = [(each, counts.get(each.pk, 0)) for each in found]
    return page(request, "discussions/recommendations.html", {"rows": rows, "found": found, "words": words})


@for_participants
@require_safe
def thread(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show one thread; those about a recommendation or a strategy stand on its own page."""
    found = found_thread(request, thing)
    if found.recommendation:
        return redirect("discussions:recommendation", key, found.recommendation.local_key)
    if found.strategy:
        return redirect("discussions:strategy", key, found.strategy.key)
    return show_thread(request, found)


@for_participants
@require_safe
def recommendation(request: VisitRequest, key: str, number: str) -> HttpResponse:
    """Show what is said about one recommendation."""
    one = found_recommendation(request, number)
    found = threads_of(request.visit.consultation).filter(recommendation=one).first()
    return show_thread(request, found or Thread(consultation=request.visit.consultation, recommendation=one))


@for_participants
@require_safe
def cluster(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show what is said about one cluster: its threads, its strategies."""
    visit, one = request.visit, found_cluster(request, thing)
    proposed = strategies_of(visit.consultation, participant=visit.participant).filter(cluster=one)
    context = {
        "cluster": one,
        "rows": with_last(threads_on_cluster(visit.consultation, one)[:PER_PAGE]),
        "strategies": proposed,
        "may_write": can_write(visit),
        "may_propose": can_propose(visit),
        "follows": visit.participant is not None and visit.participant.follows.filter(cluster=one).exists(),
    }
    return page(request, "discussions/cluster.html", context)


@for_participants
@require_safe
def texts(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show what an entry said before it was changed."""
    entry = found_entry(request, thing)
    earlier = [] if entry.withdrawn_at else entry.earlier_texts.all()
    return page(request, "discussions/texts.html", {"entry": entry, "earlier": earlier})
