"""The phone's page: what is on now, what waits for whoever holds it, and saying something."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from suivi.consent.actions import give_voice
from suivi.consent.forms import VoiceForm
from suivi.consent.rules.words import Choice
from suivi.consultations.once import exactly_once
from suivi.consultations.permissions import can_now
from suivi.consultations.presence import Visit, VisitRequest
from suivi.consultations.queries import seat_of
from suivi.consultations.rules import Deed
from suivi.consultations.visits import VisitView, for_participants, seated
from suivi.hall.actions import say_in_hall
from suivi.hall.forms import MotionForm, SayForm, VoteForm
from suivi.hall.phone import asked_of, on_phone
from suivi.hall.queries import motion_here, programme_at, statement_here, with_texts
from suivi.opinions.actions.votes import vote as give_vote

NOW, ASKED = "hall/parts/now.html", "hall/parts/asked.html"
NO_CONTENT = 204


@for_participants
@require_safe
def phone(request: VisitRequest, key: str) -> HttpResponse:
    """Show the whole page."""
    return _show(request, SayForm())


@for_participants
@require_safe
def now(request: VisitRequest, key: str) -> HttpResponse:
    """Give the part that changes, or say that nothing did."""
    found = on_phone(request.visit, timezone.now())
    if request.headers.get("If-None-Match") == found.mark:
        return HttpResponseNotModified(headers={"Cache-Control": "no-store"})
    return render(request, NOW, {"on": found, "asked": found.asked, "key": key})


@for_participants
@require_POST
@exactly_once
def say(request: VisitRequest, key: str) -> HttpResponse:
    """Say something to everybody."""
    can_now(request.visit, Deed.WRITE).require()
    form = SayForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=400)
    at, by = timezone.now(), seated(request)
    session = programme_at(request.visit.consultation, at).now
    language = by.language or get_language() or ""
    say_in_hall(session=session, text=form.cleaned_data["text"], language=language, at=at, by=by)
    return _done(request, key)


def answers_with[**P](part: str) -> Callable[[VisitView[P]], Callable[..., HttpResponse]]:
    """Give a phone that runs scripts a part of its page anew, after its deed is kept: nobody waits for a lock."""

    def answering(view: VisitView[P]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answered(request: VisitRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            response = view(request, *args, **kwargs)
            return response if response.status_code != NO_CONTENT else render(request, part, _seen(request, part))

        return answered

    return answering


@for_participants
@require_POST
@answers_with(ASKED)
@exactly_once
def vote(request: VisitRequest, key: str) -> HttpResponse:
    """Say agree, disagree or pass to a statement of the opinion map."""
    can_now(request.visit, Deed.VOTE).require()
    form = VoteForm(request.POST)
    if not form.is_valid():
        return _show(request, SayForm(), status=400)
    statement = get_object_or_404(statement_here(request.visit.consultation, form.cleaned_data["statement"]))
    give_vote(statement=statement, choice=form.cleaned_data["choice"], at=timezone.now(), by=seated(request))
    return _done(request, key)


@for_participants
@require_POST
@answers_with(NOW)
@exactly_once
def voice(request: VisitRequest, key: str) -> HttpResponse:
    """Agree to a motion, stand aside, or object with a reason. Where it was amended meanwhile, show the new wording."""
    can_now(request.visit, Deed.VOICE).require()
    at, form = timezone.now(), MotionForm(request.POST)
    if not form.is_valid():
        return _show(request, SayForm(), status=400)
    motion = get_object_or_404(motion_here(request.visit.consultation, form.cleaned_data["motion"]))
    if motion.wording != form.cleaned_data["wording"]:
        return render(request, "hall/amended.html", {"motion": with_texts([motion])[0], "key": key}, status=409)
    told = VoiceForm(request.POST, motion=motion)
    if not told.is_valid():
        return render(request, "hall/no_reason.html", {"form": told, "key": key}, status=400)
    said = {name: told.cleaned_data[name] for name in ("choice", "reason", "printed")}
    give_voice(motion=motion, choice=Choice(said.pop("choice")), **said, at=at, by=seated(request))
    return _done(request, key)


def _seen(request: VisitRequest, part: str) -> dict[str, Any]:
    """Return what a part shows; a member took their seat by this very deed."""
    visit = request.visit
    if visit.membership and not visit.participant:
        visit = Visit(visit.consultation, visit.membership, seat_of(visit.consultation, membership=visit.membership))
    if part == ASKED:
        return {"asked": asked_of(visit), "key": visit.consultation.key}
    on = on_phone(visit, timezone.now())
    return {"on": on, "asked": on.asked, "key": visit.consultation.key}


def _done(request: VisitRequest, key: str) -> HttpResponse:
    """Lead back to the page; a phone that runs scripts is on it already."""
    return HttpResponse(status=NO_CONTENT) if "X-Outbox" in request.headers else redirect("hall:phone", key)


def _show(request: VisitRequest, form: SayForm, status: int = 200) -> HttpResponse:
    on = on_phone(request.visit, timezone.now())
    context = {"on": on, "asked": on.asked, "key": request.visit.consultation.key, "form": form}
    return render(request, "hall/phone.html", context, status=status)
