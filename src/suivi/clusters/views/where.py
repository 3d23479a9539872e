"""Where one recommendation stands: which cluster leads it, which hold it as well; as a whole, or part by part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suivi.clusters import actions
from suivi.clusters.forms import WordsForm
from suivi.clusters.models import Placement
from suivi.clusters.permissions import can_arrange, can_arrange_cluster
from suivi.clusters.queries import clusters_by_recommendation, clusters_of
from suivi.clusters.queries.pieces import pieces_named
from suivi.clusters.queries.standing import piece_key
from suivi.clusters.views.board import last_move
from suivi.clusters.views.finding import review_or_404
from suivi.common.pages import page
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.clusters.models import Cluster
    from suivi.coalitions.requests import MemberRequest
    from suivi.record.models import Review


@dataclass(slots=True)
class Piece:
    """The whole recommendation, or one of its parts, with what it stands in."""

    key: str
    part: int | None
    text: str
    placements: list[Placement] = field(default_factory=list)

    @property
    def lead(self) -> Placement | None:
        """Where it is led."""
        return next((each for each in self.placements if each.lead), None)

    @property
    def inside(self) -> set[int]:
        """The clusters that hold it."""
        return {each.cluster_id for each in self.placements}


@require_http_methods(["GET", "HEAD", "POST"])
def where(request: MemberRequest, cycle_number: int, number: str) -> HttpResponse:
    """Show where a recommendation stands; put it into a cluster, or take it out of one (`out`)."""
    review = review_or_404(request, cycle_number)
    found = _recommendation(review, number)
    if request.method == "POST":
        _change(request, review)
        return redirect("clusters:where", cycle_number, number)
    context = {
        "review": review,
        "recommendation": found,
        "pieces": _pieces(request, found),
        "clusters": clusters_of(request.membership, review),
        "may_arrange": can_arrange(request.membership),
        **last_move(request, review),
    }
    return page(request, "clusters/where.html", context)


@require_POST
def words(request: MemberRequest, cycle_number: int, number: str) -> HttpResponse:
    """Say which words of a recommendation a cluster takes care of."""
    review = review_or_404(request, cycle_number)
    found = _recommendation(review, number)
    can_arrange(request.membership).require()
    held = Placement.objects.filter(coalition=request.membership.coalition, recommendation=found, part=None)
    placement = held.filter(cluster__key=request.POST.get("cluster", "")).select_related("cluster").first()
    form = WordsForm(request.POST, sentence=found.wording)
    if placement and form.is_valid():
        actions.name_words(placement=placement, words=form.cleaned_data["words"], by=request.membership)
        messages.success(request, _("Kept."))
    else:
        messages.warning(request, _("These words do not stand in the recommendation."))
    return redirect("clusters:where", cycle_number, number)


def _change(request: MemberRequest, review: Review) -> None:
    pieces = pieces_named(review, request.POST.getlist("pick")[:1])
    cluster = _cluster(request, review)
    if not cluster or not pieces:
        can_arrange(request.membership).require()
        messages.warning(request, _("Choose a cluster."))
        return
    can_arrange_cluster(request.membership, cluster).require()
    at, by = timezone.now(), request.membership
    if request.POST.get("out"):
        actions.release_recommendations(pieces=pieces, cluster=cluster, at=at, by=by)
    else:
        also = bool(request.POST.get("also"))
        actions.place_recommendations(pieces=pieces, cluster=cluster, also=also, at=at, by=by)


def _cluster(request: MemberRequest, review: Review) -> Cluster | None:
    key = request.POST.get("out") or request.POST.get("into", "")
    return clusters_of(request.membership, review).filter(key=key).first()


def _recommendation(review: Review, number: str) -> Recommendation:
    return get_object_or_404(Recommendation.objects.prefetch_related("parts"), key=f"{review.key}/{number}")


def _pieces(request: MemberRequest, found: Recommendation) -> list[Piece]:
    pieces: dict[int | None, Piece] = {None: Piece(found.key, None, found.wording)}
    for part in found.parts.all():
        pieces[part.pk] = Piece(piece_key(found.key, part.order), part.order, part.text)
    standing = clusters_by_recommendation(request.membership, found.review, only=found.pk)
    for placement in standing.get(found.pk, []):
        pieces[placement.part_id].placements.append(placement)
    return list(pieces.values())
