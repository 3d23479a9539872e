"""One cluster: what stands in it, and making, changing, splitting, merging and ending it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.clusters import actions
from suivi.clusters.forms import ClusterForm, MergeForm, SplitForm
from suivi.clusters.models import Cluster
from suivi.clusters.permissions import can_arrange, can_arrange_cluster
from suivi.clusters.queries import clusters_of, recommendations_of
from suivi.clusters.queries.pieces import pieces_in
from suivi.clusters.views.board import last_move
from suivi.clusters.views.finding import cluster_or_404, review_or_404
from suivi.common.pages import page

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest


@require_safe
def cluster(request: MemberRequest, key: str) -> HttpResponse:
    """Show one cluster; of one that went, where it went and how to put it back."""
    found = cluster_or_404(request, key, went=True)
    if found.removed_at:
        may = can_arrange(request.membership)
        return page(request, "clusters/went.html", {"cluster": found, "review": found.review, "may_arrange": may})
    return show_cluster(request, found)


def show_cluster(request: MemberRequest, found: Cluster, **wrong: forms.Form) -> HttpResponse:
    """Show a cluster with its forms; those in `wrong` come back with their errors."""
    membership, review = request.membership, found.review
    context: dict[str, Any] = {
        "cluster": found,
        "review": review,
        "standing": recommendations_of(found),
        "may_arrange": can_arrange(membership),
        "may_arrange_this": can_arrange_cluster(membership, found),
        "others": clusters_of(membership, review).exclude(pk=found.pk),
        "merge_form": MergeForm(membership=membership, cluster=found),
        "split_form": SplitForm(),
        "split_off": found.split_off.standing(),
        "merged": found.merged.exclude(removed_at=None),
        **last_move(request, review),
    }
    return page(request, "clusters/cluster.html", context | wrong, status=400 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Make a cluster."""
    review = review_or_404(request, cycle_number)
    can_arrange(request.membership).require()
    form = ClusterForm(request.POST or None, membership=request.membership)
    if not form.is_valid():
        context = {"form": form, "review": review}
        return page(request, "clusters/new.html", context, status=400 if form.is_bound else 200)
    made = actions.make_cluster(review=review, **form.cleaned_data, at=timezone.now(), by=request.membership)
    messages.success(request, _("“%(name)s” stands on the board.") % {"name": made.name})
    return redirect("clusters:cycle", cycle_number)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: MemberRequest, key: str) -> HttpResponse:
    """Give a cluster another name, other words, other convenors."""
    found = cluster_or_404(request, key)
    can_arrange_cluster(request.membership, found).require()
    form = ClusterForm(request.POST or None, instance=found, membership=request.membership)
    if not form.is_valid():
        context = {"form": form, "cluster": found, "review": found.review}
        return page(request, "clusters/change.html", context, status=400 if form.is_bound else 200)
    actions.change_cluster(cluster=found, **form.cleaned_data, by=request.membership)
    messages.success(request, _("Changed."))
    return redirect("clusters:cluster", key)


@require_http_methods(["GET", "HEAD", "POST"])
def order(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Put the clusters in order: each has a figure that may be changed."""
    review = review_or_404(request, cycle_number)
    can_arrange(request.membership).require()
    found = list(clusters_of(request.membership, review))
    if request.method != "POST":
        return page(request, "clusters/order.html", {"review": review, "clusters": found})
    ranked = sorted(enumerate(found, 1), key=lambda one: _figure(request, one[1].key, one[0]))
    actions.order_clusters(review=review, keys=[each.key for _place, each in ranked], by=request.membership)
    messages.success(request, _("The clusters stand in this order now."))
    return redirect("clusters:cycle", cycle_number)


@require_http_methods(["GET", "HEAD", "POST"])
def sort(request: MemberRequest, key: str) -> HttpResponse:
    """Put a cluster's recommendations in order."""
    found = cluster_or_404(request, key)
    can_arrange_cluster(request.membership, found).require()
    standing = recommendations_of(found)
    if request.method != "POST":
        context = {"cluster": found, "review": found.review, "standing": standing}
        return page(request, "clusters/sort.html", context)
    ranked = sorted(enumerate(standing, 1), key=lambda one: _figure(request, one[1].key, one[0]))
    figures = {(one.recommendation.pk, one.placement.part_id): place for place, (_was, one) in enumerate(ranked, 1)}
    actions.order_within(cluster=found, order=figures, by=request.membership)
    messages.success(request, _("The recommendations stand in this order now."))
    return redirect("clusters:cluster", key)


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: MemberRequest, key: str) -> HttpResponse:
    """Split a new cluster off, with what was ticked."""
    found = cluster_or_404(request, key)
    can_arrange(request.membership).require()
    form = SplitForm(request.POST or None)
    pieces = pieces_in(found, request.POST.getlist("pick"))
    if form.is_bound and form.is_valid() and not pieces:
        form.add_error(None, _("Tick the recommendations that go into the new cluster."))
    if not form.is_valid():
        picked = set(request.POST.getlist("pick"))
        context = {"form": form, "cluster": found, "review": found.review, "picked": picked}
        context["standing"] = recommendations_of(found)
        return page(request, "clusters/split.html", context, status=400 if form.is_bound else 200)
    name = form.cleaned_data["name"]
    made = actions.split_cluster(cluster=found, name=name, pieces=pieces, at=timezone.now(), by=request.membership)
    messages.success(request, _("“%(name)s” was split off.") % {"name": made.name})
    return redirect("clusters:cluster", made.key)


@require_POST
def merge(request: MemberRequest, key: str) -> HttpResponse:
    """Merge a cluster into another."""
    found = cluster_or_404(request, key)
    can_arrange(request.membership).require()
    form = MergeForm(request.POST, membership=request.membership, cluster=found)
    if not form.is_valid():
        return show_cluster(request, found, merge_form=form)
    into = form.cleaned_data["into"]
    actions.merge_clusters(cluster=found, into=into, at=timezone.now(), by=request.membership)
    told = _("“%(name)s” went into “%(into)s”. It can be put back from the foot of the board.")
    messages.success(request, told % {"name": found.name, "into": into.name})
    return redirect("clusters:cluster", into.key)


@require_POST
def take_away(request: MemberRequest, key: str) -> HttpResponse:
    """Take a cluster away."""
    found = cluster_or_404(request, key)
    actions.take_cluster_away(cluster=found, at=timezone.now(), by=request.membership)
    told = _("“%(name)s” was taken away. It can be put back from the foot of the board.")
    messages.success(request, told % {"name": found.name})
    return redirect("clusters:cycle", found.review.cycle)


@require_POST
def put_back(request: MemberRequest, key: str) -> HttpResponse:
    """Put a cluster back that was merged or taken away."""
    found = cluster_or_404(request, key, went=True)
    can_arrange(request.membership).require()
    if found.removed_at:
        actions.put_cluster_back(cluster=found, at=timezone.now(), by=request.membership)
        messages.success(request, _("“%(name)s” is back.") % {"name": found.name})
    return redirect("clusters:cluster", key)


def _figure(request: MemberRequest, key: str, otherwise: int) -> tuple[int, bool]:
    """Return the figure typed for a thing; at the same figure, what was moved comes before what stood there."""
    text = request.POST.get(f"place-{key}", "")
    typed = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise  # noqa: PLR2004
    return typed, typed == otherwise
