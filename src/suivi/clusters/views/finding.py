"""Which review and which cluster an address means; those of others, and those of guests, are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.http import url_has_allowed_host_and_scheme

from suivi.clusters.models import Cluster
from suivi.clusters.permissions import can_see_clusters
from suivi.clusters.queries.clusters import CONVENORS
from suivi.record.models import Review

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest


def review_or_404(request: MemberRequest, cycle_number: int) -> Review:
    """Return a review of the coalition's State, for those who see its clusters."""
    if not can_see_clusters(request.membership):
        raise Http404
    return get_object_or_404(Review, state=request.membership.coalition.state, cycle=cycle_number)


def cluster_or_404(request: MemberRequest, key: str, *, went: bool = False) -> Cluster:
    """Return a standing cluster of the coalition; with `went`, also one that was merged or taken away."""
    visible = Cluster.objects.visible_to(request.membership)
    found = visible if went else visible.standing()
    related = (*CONVENORS, "review", "merged_into", "split_from")
    return get_object_or_404(found.select_related(*related), key=key)


def number_in(request: MemberRequest, name: str) -> int:
    """Return a small whole number of the address, 1 where there is none."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1  # noqa: PLR2004


def way_back(request: MemberRequest, otherwise: str) -> str:
    """Return the page of clusters that a form was sent from."""
    back = request.POST.get("back", "")
    is_ours = back.startswith("/clusters/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_ours else otherwise
