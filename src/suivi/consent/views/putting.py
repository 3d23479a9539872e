"""Putting a motion: drafting, changing, opening, amending, closing, withdrawing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from suivi.common.pages import page
from suivi.consent.actions import (
    amend_motion,
    change_motion,
    close_motion,
    draft_motion,
    open_motion,
    withdraw_motion,
)
from suivi.consent.forms import FACTS, AmendForm, CloseForm, MotionForm, numbers_of
from suivi.consent.permissions import can_change, can_move
from suivi.consent.queries.motions import standing_of, wordings_of
from suivi.consent.queries.voices import voices_on
from suivi.consent.rules.outcome import judged
from suivi.consent.rules.words import Choice
from suivi.consent.views.reading import motion_of
from suivi.consultations.visits import VisitRequest, for_members, runner

if TYPE_CHECKING:
    from django.http import HttpResponse

FORM = ["GET", "HEAD", "POST"]
USUAL = timedelta(days=2)


@for_members
@require_http_methods(FORM)
def draft(request: VisitRequest, key: str) -> HttpResponse:
    """Draft a motion."""
    by, consultation, now = runner(request), request.visit.consultation, timezone.now()
    strategy = request.GET.get("strategy", "")
    initial = {"closes_at": now + USUAL, "strategy": strategy if strategy.isdecimal() else None}
    form = MotionForm(request.POST or None, consultation=consultation, initial=initial)
    if not form.is_valid():
        return page(request, "consent/draft.html", {"form": form}, status=400 if form.is_bound else 200)
    facts = {name: form.cleaned_data[name] for name in FACTS}
    words = {name: form.cleaned_data[name] for name in ("text", "explanation")}
    chosen = form.recommendations
    made = draft_motion(consultation=consultation, facts=facts, **words, recommendations=chosen, at=now, by=by)
    return redirect("consent:motion", key, made.key)


@for_members
@require_http_methods(FORM)
def change(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Change a draft."""
    found, by = motion_of(request, thing), runner(request)
    can_change(by, found).require()
    wording = wordings_of(found)[0]
    initial = {"text": wording.text, "explanation": wording.explanation}
    initial["numbers"] = numbers_of(found.recommendations.all())
    form = MotionForm(request.POST or None, instance=found, consultation=found.consultation, initial=initial)
    if not form.is_valid():
        context = {"form": form, "motion": found}
        return page(request, "consent/draft.html", context, status=400 if form.is_bound else 200)
    facts = {name: form.cleaned_data[name] for name in FACTS}
    words = {name: form.cleaned_data[name] for name in ("text", "explanation")}
    chosen = form.recommendations
    change_motion(motion=found, facts=facts, **words, recommendations=chosen, at=timezone.now(), by=by)
    return redirect("consent:motion", key, thing)


@for_members
@require_POST
def open_it(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Put a motion to everybody."""
    found, by = motion_of(request, thing), runner(request)
    open_motion(motion=found, at=timezone.now(), by=by)
    return redirect("consent:motion", key, thing)


@for_members
@require_http_methods(FORM)
def amend(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Put a motion in other words, so that everybody is asked again."""
    found, by, now = motion_of(request, thing), runner(request), timezone.now()
    can_move(by, found, "amend_motion").require()
    wording = wordings_of(found)[0]
    told = {"text": wording.text, "explanation": wording.explanation}
    initial = {**told, "closes_at": max(found.closes_at, now + USUAL)}
    form = AmendForm(request.POST or None, initial=initial)
    if not form.is_valid():
        objections = [each for each in voices_on(found) if each.choice == Choice.OBJECT]
        context = {"form": form, "motion": found, "objections": objections}
        return page(request, "consent/amend.html", context, status=400 if form.is_bound else 200)
    words = {name: form.cleaned_data[name] for name in ("text", "explanation", "answers", "closes_at")}
    amend_motion(motion=found, **words, at=now, by=by)
    return redirect("consent:motion", key, thing)


@for_members
@require_http_methods(FORM)
def close(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Write down what came of a motion, before its time is over or after."""
    found, by, now = motion_of(request, thing), runner(request), timezone.now()
    can_move(by, found, "close_motion").require()
    standing = standing_of(found, now)
    form = CloseForm(request.POST or None, objections=standing.tally.object)
    if not form.is_valid():
        context = {"form": form, "motion": found, "standing": standing, "amounts_to": judged(standing.tally)}
        return page(request, "consent/close.html", context, status=400 if form.is_bound else 200)
    told = {"statement": form.cleaned_data["statement"], "review_on": form.cleaned_data["review_on"]}
    despite = form.cleaned_data.get("despite_objections", False)
    close_motion(motion=found, **told, despite_objections=despite, at=now, by=by)
    return redirect("consent:motion", key, thing)


@for_members
@require_POST
def withdraw(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Withdraw a motion."""
    found, by = motion_of(request, thing), runner(request)
    withdraw_motion(motion=found, at=timezone.now(), by=by)
    return redirect("consent:decisions", key)
