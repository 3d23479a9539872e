"""The board: what stands in which cluster, what in none, and what was moved last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from suivi.clusters.permissions import can_arrange, can_arrange_cluster, can_see_clusters, can_undo
from suivi.clusters.queries import newest_review, reviews_of
from suivi.clusters.queries.board import board
from suivi.clusters.queries.clusters import clusters_that_went, last_arrangement
from suivi.clusters.views.finding import number_in, review_or_404
from suivi.common.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from suivi.clusters.models import Cluster
    from suivi.coalitions.requests import MemberRequest
    from suivi.record.models import Review


@require_safe
def newest(request: MemberRequest) -> HttpResponse:
    """Show the board of the newest review."""
    if not can_see_clusters(request.membership):
        raise Http404
    review = newest_review(request.membership)
    if review is None:
        return page(request, "clusters/empty.html", {"state": request.membership.coalition.state})
    return show_board(request, review)


@require_safe
def cycle(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Show the board of one review."""
    return show_board(request, review_or_404(request, cycle_number))


def show_board(request: MemberRequest, review: Review) -> HttpResponse:
    """Show a board, and what may be done with it."""
    found = board(request.membership, review, number_in(request, "page"))
    context = {
        "review": review,
        "reviews": reviews_of(request.membership),
        "board": found,
        "went": clusters_that_went(request.membership, review),
        **last_move(request, review),
        **may_put(request, found.clusters),
    }
    return page(request, "clusters/board.html", context)


def may_put(request: MemberRequest, clusters: Iterable[Cluster]) -> dict[str, Any]:
    """Return whether somebody arranges everything, and into which clusters they may put things: those they convene."""
    may_arrange = can_arrange(request.membership)
    open_to = [each for each in clusters if can_arrange_cluster(request.membership, each)]
    return {"may_arrange": may_arrange, "open_to": open_to, "may_put": bool(may_arrange or open_to)}


def last_move(request: MemberRequest, review: Review) -> dict[str, Any]:
    """Return the last move of a review, whether whoever looks may undo it, and the page to come back to."""
    last = last_arrangement(request.membership, review)
    back = request.get_full_path() if request.method == "GET" else request.POST.get("back", "")
    return {"last": last, "may_undo": last and can_undo(request.membership, last), "back": back}
