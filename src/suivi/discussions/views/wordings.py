"""Other wordings of a strategy suggested and decided; strategies merged, and merging undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suivi.common.pages import page
from suivi.consultations.once import exactly_once
from suivi.consultations.visits import for_participants, seated
from suivi.discussions.actions.merging import merge_strategies
from suivi.discussions.actions.merging import undo_merge as undo
from suivi.discussions.actions.wordings import (
    accept_amendment,
    decline_amendment,
    suggest_amendment,
    withdraw_amendment,
)
from suivi.discussions.forms.entries import ReasonForm
from suivi.discussions.forms.strategies import MergeForm, SuggestForm
from suivi.discussions.permissions import (
    can_decide_amendment,
    can_merge,
    can_suggest,
    can_undo_merge,
    can_withdraw_amendment,
)
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.rules.comparing import compared
from suivi.discussions.rules.words import Field
from suivi.discussions.views.finding import found_amendment, found_merge, found_strategy

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.presence import VisitRequest

MOST_AT_ONCE = 12


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def suggest(request: VisitRequest, key: str, thing: str, field: str) -> HttpResponse:
    """Suggest how one field of a strategy should read."""
    strategy = found_strategy(request, thing)
    if field not in Field:
        raise Http404
    can_suggest(request.visit, strategy).require()
    wanted, before = Field(field), getattr(strategy, field)
    form = SuggestForm(request.POST or None, strategy=strategy, field=wanted, initial={"after": before})
    if not form.is_valid():
        context = {"form": form, "strategy": strategy, "field": wanted, "before": before}
        return page(request, "discussions/suggest.html", context, status=400 if form.is_bound else 200)
    told = form.cleaned_data
    suggest_amendment(strategy=strategy, field=field, **told, at=timezone.now(), by=seated(request))
    messages.success(request, _("Suggested. Whoever proposed the strategy is told."))
    return redirect("discussions:strategy", key, thing)


@for_participants
@require_POST
@exactly_once
def accept(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Let a strategy read as suggested."""
    amendment = found_amendment(request, thing)
    can_decide_amendment(request.visit, amendment).require()
    seen = request.POST.get("wording", "")
    number = int(seen) if seen.isascii() and seen.isdigit() else 0
    accept_amendment(amendment=amendment, wording=number, at=timezone.now(), by=seated(request))
    messages.success(request, _("Accepted. The strategy reads so now; the earlier wording is kept."))
    return redirect("discussions:strategy", key, amendment.strategy.key)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def decline(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Leave a strategy as it reads, and say why."""
    amendment = found_amendment(request, thing)
    can_decide_amendment(request.visit, amendment).require()
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        pieces = compared(amendment.before, amendment.after)
        context = {"form": form, "amendment": amendment, "strategy": amendment.strategy, "pieces": pieces}
        return page(request, "discussions/decline.html", context, status=400 if form.is_bound else 200)
    decline_amendment(amendment=amendment, **form.cleaned_data, at=timezone.now(), by=seated(request))
    messages.success(request, _("Declined. Whoever suggested it is told why."))
    return redirect("discussions:strategy", key, amendment.strategy.key)


@for_participants
@require_POST
@exactly_once
def withdraw(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Take one's own suggestion back."""
    amendment = found_amendment(request, thing)
    can_withdraw_amendment(request.visit, amendment).require()
    withdraw_amendment(amendment=amendment, at=timezone.now(), by=seated(request))
    return redirect("discussions:strategy", key, amendment.strategy.key)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def merge(request: VisitRequest, key: str) -> HttpResponse:
    """Choose which of several strategies the others go into."""
    visit = request.visit
    can_merge(visit).require()
    asked = (request.POST if request.method == "POST" else request.GET).getlist("strategy")[:MOST_AT_ONCE]
    chosen = strategies_of(visit.consultation).open().filter(key__in=asked)
    form = MergeForm(request.POST if request.method == "POST" else None, strategies=chosen)
    rows = list(chosen)
    if len(rows) < 2 or not form.is_valid():  # noqa: PLR2004  one alone goes nowhere
        context = {"form": form, "strategies": rows, "enough": len(rows) > 1}
        return page(request, "discussions/merge.html", context, status=400 if form.is_bound else 200)
    into = form.cleaned_data["into"]
    merge_strategies(into=into, sources=rows, at=timezone.now(), by=seated(request))
    messages.success(request, _("Merged. It can be undone on this page."))
    return redirect("discussions:strategy", key, into.key)


@for_participants
@require_POST
@exactly_once
def undo_merge(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Put every strategy of a merging back where it stood."""
    merged = found_merge(request, thing)
    can_undo_merge(request.visit, merged).require()
    undo(merge=merged, at=timezone.now(), by=seated(request))
    messages.success(request, _("Undone. Each stands where it stood."))
    return redirect("discussions:strategy", key, merged.into.key)
