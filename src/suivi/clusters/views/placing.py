"""Moves: from the board, by hand or by dragging; from a list, many at once; and the last one undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from suivi.clusters import actions
from suivi.clusters.actions.placing import clear_recommendations
from suivi.clusters.models import Arrangement
from suivi.clusters.permissions import can_arrange, can_arrange_cluster, is_convenor
from suivi.clusters.queries import clusters_of
from suivi.clusters.queries.board import board
from suivi.clusters.queries.pieces import everywhere, pieces_in, pieces_named
from suivi.clusters.telling import told
from suivi.clusters.views.board import last_move
from suivi.clusters.views.finding import cluster_or_404, review_or_404, way_back
from suivi.common.pages import asks_for_part, page

if TYPE_CHECKING:
    from suivi.clusters.rules.placing import Piece
    from suivi.coalitions.requests import MemberRequest
    from suivi.common.decisions import Decision
    from suivi.record.models import Review

NOWHERE, NEW = "-", "+"
"""What a form says instead of a cluster's key: in no cluster, in a new one."""


@require_POST
def place(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Put what was ticked (`pick`) into a cluster (`into`), out of all, or into a new one with a name."""
    review = review_or_404(request, cycle_number)
    pieces = pieces_named(review, request.POST.getlist("pick"))
    into = request.POST.get("into", "")
    if not pieces or not into:
        _may_place_somewhere(request, review).require()
        messages.warning(request, _("Tick some recommendations first, and choose where they go."))
        return redirect(way_back(request, reverse("clusters:cycle", args=(cycle_number,))))
    arrangement = _place(request, review, pieces, into)
    if asks_for_part(request) == "said":
        found = board(request.membership, review)
        context = {"review": review, "board": found, **last_move(request, review)}
        return page(request, "clusters/said.html", context)
    messages.success(request, told(arrangement))
    return redirect(way_back(request, reverse("clusters:cycle", args=(cycle_number,))))


@require_POST
def take_out(request: MemberRequest, key: str) -> HttpResponse:
    """Take what was ticked out of one cluster."""
    cluster = cluster_or_404(request, key)
    can_arrange_cluster(request.membership, cluster).require()
    pieces = pieces_in(cluster, request.POST.getlist("pick"))
    if pieces:
        at = timezone.now()
        actions.release_recommendations(pieces=pieces, cluster=cluster, at=at, by=request.membership)
        words = ngettext("%(count)d taken out.", "%(count)d taken out.", len(pieces)) % {"count": len(pieces)}
        messages.success(request, words)
    else:
        messages.warning(request, _("Tick some recommendations first."))
    return redirect(way_back(request, reverse("clusters:cluster", args=(key,))))


@require_POST
def looked_over(request: MemberRequest, key: str) -> HttpResponse:
    """Note that what was ticked, placed from suggestions, stands where it should."""
    cluster = cluster_or_404(request, key)
    pieces = pieces_in(cluster, request.POST.getlist("pick"))
    count = actions.look_over(cluster=cluster, pieces=pieces, by=request.membership)
    words = ngettext("%(count)d looked over.", "%(count)d looked over.", count)
    messages.success(request, words % {"count": count})
    return redirect("clusters:cluster", key)


@require_POST
def undo(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Undo the last move."""
    review = review_or_404(request, cycle_number)
    undone = actions.undo_arrangement(review=review, at=timezone.now(), by=request.membership)
    messages.success(request, _("Undone: %(what)s") % {"what": told(undone)})
    return redirect(way_back(request, reverse("clusters:cycle", args=(cycle_number,))))


def _place(request: MemberRequest, review: Review, pieces: list[Piece], into: str) -> Arrangement:
    at, by = timezone.now(), request.membership
    if into == NOWHERE:
        return clear_recommendations(review=review, pieces=everywhere(by, pieces), at=at, by=by)
    if into == NEW:
        name = request.POST.get("name", "").strip()[:120] or _("New cluster")
        cluster = actions.make_cluster(review=review, name=name, at=at, by=by)
    else:
        cluster = get_object_or_404(clusters_of(by, review), key=into)
    also = bool(request.POST.get("also"))
    return actions.place_recommendations(pieces=pieces, cluster=cluster, also=also, at=at, by=by)


def _may_place_somewhere(request: MemberRequest, review: Review) -> Decision:
    """Say whether the member may put anything anywhere in this review: who arranges, or convenes a cluster of it."""
    mine = next((one for one in clusters_of(request.membership, review) if is_convenor(request.membership, one)), None)
    return can_arrange_cluster(request.membership, mine) if mine else can_arrange(request.membership)
