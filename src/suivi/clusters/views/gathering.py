"""Gathering: everything with an issue, a theme, of a State; or what was picked in the record's list; then put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from suivi.clusters.permissions import can_see_clusters
from suivi.clusters.queries import clusters_of, reviews_of
from suivi.clusters.queries.gathering import cards_of, gathered, issue_counts
from suivi.clusters.views.board import last_move, may_put
from suivi.clusters.views.finding import review_or_404
from suivi.common.pages import page
from suivi.record.queries.selection import selection

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest


@require_safe
def gather(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Find recommendations of a review, all ticked, to be put into a cluster."""
    review = review_or_404(request, cycle_number)
    confirmed, suggested = issue_counts(request.membership, review)
    clusters = list(clusters_of(request.membership, review))
    context = {
        "review": review,
        "found": gathered(request.membership, review, request.GET),
        "asked": bool(request.GET),
        "query": request.GET,
        "confirmed": confirmed,
        "suggested": suggested,
        "clusters": clusters,
        **last_move(request, review),
        **may_put(request, clusters),
    }
    return page(request, "clusters/gather.html", context)


@require_safe
def picked(request: MemberRequest) -> HttpResponse:
    """Take over what was picked in the list (`pick=...`, or `all=1` of a search): the newest review among them."""
    if not can_see_clusters(request.membership):
        raise Http404
    reviews = reviews_of(request.membership)
    found = selection(request.GET).recommendations
    mine = [each for each in found if each.review in reviews]
    if not mine:
        return redirect("clusters:board")
    review = max((each.review for each in mine), key=lambda each: each.cycle)
    chosen = [each.pk for each in mine if each.review_id == review.pk]
    context = {
        "review": review,
        "cards": cards_of(chosen),
        "left_out": len(found) - len(chosen),
        **may_put(request, clusters_of(request.membership, review)),
    }
    return page(request, "clusters/picked.html", context)
