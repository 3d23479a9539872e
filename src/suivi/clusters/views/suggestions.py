"""Suggestions: asked for, looked through, confirmed or declined; clusters made from them; and how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.clusters import actions
from suivi.clusters.actions.suggesting import bring_together
from suivi.clusters.forms import StartForm
from suivi.clusters.permissions import can_arrange
from suivi.clusters.queries import clusters_of
from suivi.clusters.queries.suggested import (
    experience,
    issues_by_recommendation,
    job_of,
    one_value,
    same_asks,
    suggestions_of,
    tallies,
)
from suivi.clusters.rules.starting import starting
from suivi.clusters.rules.words import About, SuggestionState
from suivi.clusters.screen import groups_shown, proposed
from suivi.clusters.views.board import last_move
from suivi.clusters.views.finding import review_or_404, way_back
from suivi.common.pages import asks_for_part, page

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest


@require_safe
def overview(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Show what is suggested for a review, by issue and category; or how far the work is."""
    review = review_or_404(request, cycle_number)
    job = job_of(request.membership, review)
    if asks_for_part(request) == "progress" and not (job and job.is_open):
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {
        "review": review,
        "job": job,
        "issues": tallies(request.membership, review, About.ISSUE),
        "categories": tallies(request.membership, review, About.ACTION),
        "same": len(same_asks(request.membership, review)),
        "model": suggestions_of(request.membership, review).filter(about=About.ISSUE).order_by("-pk").first(),
        "may_arrange": can_arrange(request.membership),
    }
    return page(request, "clusters/suggestions.html", context, parts=("progress",))


@require_POST
def ask(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Let the worker suggest."""
    review = review_or_404(request, cycle_number)
    actions.ask_for_suggestions(review=review, by=request.membership)
    return redirect("clusters:suggestions", cycle_number)


@require_safe
def one(request: MemberRequest, cycle_number: int, about: str) -> HttpResponse:
    """Show every recommendation for which one issue or category (`value`) is suggested."""
    review = review_or_404(request, cycle_number)
    value = request.GET.get("value", "")
    if about not in {About.ISSUE, About.ACTION}:
        raise Http404
    rows = one_value(request.membership, review, About(about), value)
    context = {
        "review": review,
        "about": about,
        "value": value,
        "open": [row for row in rows if row.state == SuggestionState.OPEN],
        "decided": [row for row in rows if row.state != SuggestionState.OPEN],
        "may_arrange": can_arrange(request.membership),
    }
    return page(request, "clusters/suggested.html", context)


@require_POST
def decide(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Confirm or decline one suggestion, or all that are ticked; or open decided ones again."""
    review = review_or_404(request, cycle_number)
    can_arrange(request.membership).require()
    at, by, back = timezone.now(), request.membership, reverse("clusters:suggestions", args=(cycle_number,))
    mine = suggestions_of(by, review)
    keys = [row.pk for row in mine if str(row.pk) in set(_asked(request))]
    if "confirm" in request.POST:
        count = actions.confirm_suggestions(keys=keys, at=at, by=by)
        said = ngettext("%(count)d confirmed.", "%(count)d confirmed.", count)
    elif "decline" in request.POST:
        count = actions.decline_suggestions(keys=keys, at=at, by=by)
        said = ngettext("%(count)d declined.", "%(count)d declined.", count)
    else:
        count = actions.reopen_suggestions(keys=keys, by=by)
        said = ngettext("%(count)d open again.", "%(count)d open again.", count)
    messages.success(request, said % {"count": count})
    return redirect(way_back(request, back))


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Make clusters from the suggestions: look at what would come of it, change it, make it."""
    review = review_or_404(request, cycle_number)
    can_arrange(request.membership).require()
    issues = issues_by_recommendation(request.membership, review)
    offered, named = list(starting()), sorted({issue for found in issues.values() for issue, _sure in found})
    form = StartForm(request.POST or None, offered=offered, issues=named, language=get_language() or "en")
    if form.is_bound and form.is_valid() and not form.wanted():
        form.add_error(None, _("Leave at least one cluster its name and an issue."))
    if not form.is_valid():
        shown = proposed(form, issues)
        context = {"review": review, "form": form, "proposed": shown, "has": bool(issues)}
        return page(request, "clusters/start.html", context, status=400 if form.is_bound else 200)
    made = actions.start_clusters(review=review, wanted=form.wanted(), at=timezone.now(), by=request.membership)
    words = ngettext(
        "%(count)d recommendation was placed. Look through what is marked as suggested.",
        "%(count)d recommendations were placed. Look through what is marked as suggested.",
        made.count,
    )
    messages.success(request, words % {"count": made.count})
    return redirect("clusters:cycle", cycle_number)


@require_safe
def same(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Show which recommendations ask the same, and how many States ask it."""
    review = review_or_404(request, cycle_number)
    context = {
        "review": review,
        "groups": groups_shown(request.membership, review),
        "clusters": clusters_of(request.membership, review),
        "may_arrange": can_arrange(request.membership),
        **last_move(request, review),
    }
    return page(request, "clusters/same.html", context)


@require_POST
def together(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Confirm that a group (`anchor`) asks the same, and put it into one cluster (`into`)."""
    review = review_or_404(request, cycle_number)
    can_arrange(request.membership).require()
    if not request.POST.get("into"):
        messages.warning(request, _("Choose a cluster."))
        return redirect("clusters:same", cycle_number)
    cluster = get_object_or_404(clusters_of(request.membership, review), key=request.POST["into"])
    anchor = request.POST.get("anchor", "")
    bring_together(review=review, anchor=anchor, cluster=cluster, at=timezone.now(), by=request.membership)
    messages.success(request, _("They stand together in “%(name)s”.") % {"name": cluster.name})
    return redirect("clusters:same", cycle_number)


@require_safe
def how_sure(request: MemberRequest, cycle_number: int) -> HttpResponse:
    """Say how sure the suggestions usually are, and how often this coalition agreed."""
    review = review_or_404(request, cycle_number)
    context = {"review": review, "experience": experience(request.membership)}
    return page(request, "clusters/how_sure.html", context)


def _asked(request: MemberRequest) -> list[str]:
    """Return the suggestions a button names, else those that are ticked."""
    named = next((request.POST[each] for each in ("confirm", "decline", "reopen") if request.POST.get(each)), "")
    return [named] if named.isdecimal() else request.POST.getlist("pick")
