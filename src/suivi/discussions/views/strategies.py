"""Strategies: listed by area, one with its thread, how it was worded; proposed, changed, moved on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.once import exactly_once
from suivi.consultations.permissions import can_run
from suivi.consultations.rules import Deed
from suivi.consultations.visits import for_participants, seated
from suivi.discussions.actions.following import support_strategy, unsupport_strategy
from suivi.discussions.actions.strategies import (
    draft_strategy,
    propose_strategy,
    put_back_strategy,
    put_forward,
    reword_strategy,
    take_back,
    withdraw_strategy,
)
from suivi.discussions.forms.entries import OwnReasonForm, ReasonForm
from suivi.discussions.forms.strategies import StrategyForm
from suivi.discussions.models import Thread
from suivi.discussions.permissions import (
    can_do,
    can_merge,
    can_propose,
    can_put_back_strategy,
    can_put_forward,
    can_reword,
    can_suggest,
    can_support,
    can_withdraw_strategy,
)
from suivi.discussions.queries.listing import asked_for, listed
from suivi.discussions.queries.strategies import merges_into, rewordings_of, suggestions_for, supporters_of
from suivi.discussions.queries.threads import threads_of
from suivi.discussions.rules.words import Field
from suivi.discussions.views.finding import found_strategy
from suivi.discussions.views.showing import language_of_reader, thread_context

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.models import Participant
    from suivi.consultations.presence import VisitRequest
    from suivi.discussions.forms.entries import EntryForm
    from suivi.discussions.models import Strategy


@for_participants
@require_safe
def strategies(request: VisitRequest, key: str) -> HttpResponse:
    """List the strategies by area, narrowed by area, state, cluster and words."""
    visit = request.visit
    context = {
        "listing": listed(visit.consultation, visit.participant, asked_for(request.GET)),
        "may_propose": can_propose(visit),
        "may_merge": can_merge(visit),
        "may_run": can_run(visit),
    }
    return page(request, "discussions/strategies.html", context)


@for_participants
@require_safe
def strategy(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show one strategy: its wording, support, suggested wordings, where it comes from, its thread."""
    return show_strategy(request, found_strategy(request, thing))


def show_strategy(request: VisitRequest, one: Strategy, wrong: EntryForm | None = None) -> HttpResponse:
    """Render the page of a strategy; a form in the wrong comes back with what was typed."""
    visit = request.visit
    thread = threads_of(visit.consultation, visit.participant).filter(strategy=one).first()
    context = {
        **thread_context(request, thread or Thread(consultation=visit.consultation, strategy=one), wrong),
        "strategy": one,
        "supporters": supporters_of(one, visit.participant),
        "suggestions": suggestions_for(one),
        "merges": merges_into(one),
        "fields": Field,
        "is_mine": visit.participant is not None and visit.participant.pk == one.proposed_by_id,
        "may_reword": can_reword(visit, one),
        "may_suggest": can_suggest(visit, one),
        "may_support": can_support(visit, one),
        "may_decide": can_do(visit, Deed.AMEND),
        "may_forward": can_put_forward(visit, one),
        "may_withdraw": can_withdraw_strategy(visit, one),
        "may_put_back": can_put_back_strategy(visit, one),
        "may_merge": can_merge(visit),
    }
    return page(request, "discussions/strategy.html", context, status=400 if wrong else 200)


@for_participants
@require_safe
def wordings(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show every version of a strategy, and what changed from one to the next."""
    one = found_strategy(request, thing)
    return page(request, "discussions/wordings.html", {"strategy": one, "rewordings": rewordings_of(one)})


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def propose(request: VisitRequest, key: str) -> HttpResponse:
    """Propose a strategy, or keep it as a draft."""
    visit = request.visit
    can_propose(visit).require()
    asked = {name: request.GET.get(name, "") for name in ("area", "cluster", "recommendations")}
    form = StrategyForm(
        request.POST or None, consultation=visit.consultation, initial={**asked, "language": _language(request)}
    )
    if not form.is_valid():
        return page(request, "discussions/propose.html", {"form": form}, status=400 if form.is_bound else 200)
    as_draft = "draft" in request.POST
    made = draft_strategy(proposal=form.proposal, propose=not as_draft, at=timezone.now(), by=seated(request))
    messages.success(request, _("Kept. Only you read it until you propose it.") if as_draft else _("Proposed."))
    return redirect("discussions:strategy", key, made.key)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def change(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Reword one's own strategy."""
    one, visit = found_strategy(request, thing), request.visit
    can_reword(visit, one).require()
    form = StrategyForm(request.POST or None, consultation=visit.consultation, initial=StrategyForm.initial_of(one))
    if not form.is_valid():
        context = {"form": form, "strategy": one}
        return page(request, "discussions/change.html", context, status=400 if form.is_bound else 200)
    reword_strategy(strategy=one, proposal=form.proposal, at=timezone.now(), by=seated(request))
    messages.success(request, _("Changed."))
    return redirect("discussions:strategy", key, thing)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def withdraw(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Take a strategy off the table; where it is somebody else's, say why."""
    one, visit = found_strategy(request, thing), request.visit
    can_withdraw_strategy(visit, one).require()
    own = bool(visit.participant) and visit.participant == one.proposed_by
    form = (OwnReasonForm if own else ReasonForm)(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "strategy": one, "own": own}
        return page(request, "discussions/withdraw_strategy.html", context, status=400 if form.is_bound else 200)
    withdraw_strategy(strategy=one, **form.cleaned_data, at=timezone.now(), by=seated(request))
    messages.success(request, _("Withdrawn. It can be put back on its page."))
    return redirect("discussions:strategy", key, thing)


def _moving(move: Callable[..., Strategy]) -> Callable[..., HttpResponse]:
    """Make the view of a button that moves a strategy on and needs no words."""

    @for_participants
    @require_POST
    @exactly_once
    def moved(request: VisitRequest, key: str, thing: str) -> HttpResponse:
        one = found_strategy(request, thing)
        move(strategy=one, at=timezone.now(), by=seated(request))
        return redirect("discussions:strategy", key, thing)

    return moved


propose_draft = _moving(propose_strategy)
forward = _moving(put_forward)
back = _moving(take_back)
put_back = _moving(put_back_strategy)


@for_participants
@require_POST
@exactly_once
def support(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Say "me too", with one's name or as one more in the number; or take it back."""
    one = found_strategy(request, thing)
    can_support(request.visit, one).require()
    by: Participant = seated(request)
    if "stop" in request.POST:
        unsupport_strategy(strategy=one, by=by)
    else:
        support_strategy(strategy=one, named="named" in request.POST, at=timezone.now(), by=by)
    return redirect("discussions:strategy", key, thing)


def _language(request: VisitRequest) -> str:
    return (request.visit.participant.language if request.visit.participant else "") or language_of_reader()
