"""Preparing the opinion map: its question, its first statements, opening and closing it, moderation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from suivi.common.pages import page
from suivi.consultations.visits import for_members, runner
from suivi.opinions.actions import statements
from suivi.opinions.actions.maps import close_map, open_map, prepare_map, reopen_map
from suivi.opinions.forms import MapForm, SeedForm
from suivi.opinions.queries.voting import in_order_of_work, map_of, strategies_to_take, turnout
from suivi.opinions.rules.maps import MapState
from suivi.opinions.rules.words import Audience

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.visits import VisitRequest
    from suivi.opinions.models import OpinionMap, Statement


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: VisitRequest, key: str) -> HttpResponse:
    """Say how the map is to be; see its statements, those first that wait for a moderator."""
    by = runner(request)
    found = map_of(request.visit.consultation)
    form = MapForm(request.POST or None, instance=found)
    if not form.is_valid():
        return _show(request, found, form=form)
    told = form.cleaned_data
    prepare_map(
        consultation=request.visit.consultation,
        question=told["question"],
        moderated=told["moderated"],
        audience=Audience(told["audience"]),
        by=by,
    )
    return redirect("opinions:prepare", key)


@for_members
@require_POST
def seed(request: VisitRequest, key: str) -> HttpResponse:
    """Put first statements on the map."""
    found, by = _map(request), runner(request)
    form = SeedForm({"texts": "\n".join(strategies_to_take(found))} if "strategies" in request.POST else request.POST)
    if not form.is_valid():
        return _show(request, found, seeds=form)
    texts = form.cleaned_data["texts"]
    put = statements.seed_statements(opinion_map=found, texts=texts, language=get_language() or "", by=by)
    told = ngettext("%(count)d statement was put on the map.", "%(count)d statements were put on the map.", len(put))
    messages.success(request, told % {"count": len(put)})
    return redirect("opinions:prepare", key)


@for_members
@require_POST
def move(request: VisitRequest, key: str, to: str) -> HttpResponse:
    """Open or close the map."""
    found, by = _map(request), runner(request)
    if to not in (MapState.OPEN, MapState.CLOSED):
        raise Http404
    if to == MapState.CLOSED:
        close_map(opinion_map=found, at=timezone.now(), by=by)
    elif found.state == MapState.CLOSED:
        reopen_map(opinion_map=found, by=by)
    else:
        open_map(opinion_map=found, at=timezone.now(), by=by)
    return redirect("opinions:prepare", key)


@for_members
@require_POST
def let_through(request: VisitRequest, key: str, statement: str) -> HttpResponse:
    """Let a statement through to the map."""
    found = _statement(request, statement)
    statements.let_through(statement=found, by=runner(request))
    return redirect("opinions:prepare", key)


@for_members
@require_POST
def hold_back(request: VisitRequest, key: str, statement: str) -> HttpResponse:
    """Hold a statement back."""
    found = _statement(request, statement)
    statements.hold_back(statement=found, by=runner(request))
    return redirect("opinions:prepare", key)


def _map(request: VisitRequest) -> OpinionMap:
    found = map_of(request.visit.consultation)
    if not found:
        raise Http404
    return found


def _statement(request: VisitRequest, key: str) -> Statement:
    opinion_map = _map(request)
    found: Statement = get_object_or_404(opinion_map.statements.filter(key=key))
    found.opinion_map = opinion_map
    return found


def _show(request: VisitRequest, found: OpinionMap | None, **wrong: forms.Form | forms.ModelForm) -> HttpResponse:
    """Show how the map is prepared; forms in `wrong` come back with their errors."""
    context = {
        "opinion_map": found,
        "form": MapForm(instance=found),
        "seeds": SeedForm(),
        "statements": in_order_of_work(found) if found else [],
        "turnout": turnout(found) if found else None,
        "strategies": strategies_to_take(found) if found else [],
        **wrong,
    }
    return page(
        request, "opinions/prepare.html", context, status=400 if any(f.is_bound for f in wrong.values()) else 200
    )
