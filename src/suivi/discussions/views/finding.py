"""Finds what an address names inside the consultation of the visit: all else is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404

from suivi.discussions.models import Amendment, Merge, Notice, Strategy
from suivi.discussions.queries.places import clusters_in, recommendation_numbered
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.queries.threads import entries_in, threads_of

if TYPE_CHECKING:
    from suivi.clusters.models import Cluster
    from suivi.consultations.presence import VisitRequest
    from suivi.discussions.models import Entry, Thread
    from suivi.record.models import Recommendation


def found_thread(request: VisitRequest, thing: str) -> Thread:
    """Return a thread that may be read here."""
    return get_object_or_404(threads_of(request.visit.consultation, request.visit.participant), key=thing)


def found_entry(request: VisitRequest, thing: str) -> Entry:
    """Return an entry that may be read here."""
    return get_object_or_404(entries_in(request.visit.consultation, request.visit.participant), key=thing)


def found_strategy(request: VisitRequest, thing: str) -> Strategy:
    """Return a strategy that may be read here: a draft only by its author."""
    consultation, participant = request.visit.consultation, request.visit.participant
    return get_object_or_404(strategies_of(consultation, participant=participant), key=thing)


def found_amendment(request: VisitRequest, thing: str) -> Amendment:
    """Return a suggested wording of a strategy that may be read here."""
    here = strategies_of(request.visit.consultation, participant=request.visit.participant).values("pk")
    related = ("strategy__proposed_by", "suggested_by")
    return get_object_or_404(Amendment.objects.select_related(*related), key=thing, strategy__in=here)


def found_merge(request: VisitRequest, thing: str) -> Merge:
    """Return a merging of strategies of this consultation."""
    merges = Merge.objects.select_related("into", "merged_by")
    return get_object_or_404(merges, key=thing, into__consultation=request.visit.consultation)


def found_notice(request: VisitRequest, thing: str) -> Notice:
    """Return something that waits for whoever asks; what waits for others is missing."""
    if request.visit.participant is None:
        raise Http404
    return get_object_or_404(Notice, key=thing, participant=request.visit.participant)


def found_recommendation(request: VisitRequest, number: str) -> Recommendation:
    """Return the recommendation of the consultation's review with this number."""
    found = recommendation_numbered(request.visit.consultation, number)
    if found is None:
        raise Http404
    return found


def found_cluster(request: VisitRequest, thing: str) -> Cluster:
    """Return a cluster that this room talks about."""
    return get_object_or_404(clusters_in(request.visit.consultation), key=thing)
