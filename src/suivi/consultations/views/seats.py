"""Who takes part: the list, heads counted, the door with its code, taking a seat and giving it up."""

from __future__ import annotations

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.coalitions.language import speak
from suivi.common.pages import page
from suivi.common.refusals import too_many
from suivi.consultations.actions.agenda import count_heads
from suivi.consultations.actions.doors import close_door, open_door
from suivi.consultations.actions.seats import end_seat, leave_seat, take_seat_by_code
from suivi.consultations.forms import CodeForm, HeadcountForm, SeatForm
from suivi.consultations.models import Participant
from suivi.consultations.permissions import can_run
from suivi.consultations.queries import door_with, headcounts_of, participants_of
from suivi.consultations.queries import open_door as door_of
from suivi.consultations.rules import SEAT_LASTS, as_code
from suivi.consultations.sentences import NO_DOOR
from suivi.consultations.visits import VisitRequest, cookie_of, for_members, for_participants, runner


@for_members
@require_safe
def people(request: VisitRequest, key: str) -> HttpResponse:
    """Show who takes part under which name, the door, and how many heads of safe categories were counted."""
    consultation = request.visit.consultation
    kept = list(headcounts_of(consultation))
    context = {
        "participants": list(participants_of(consultation)),
        "headcounts": kept,
        "heads_form": HeadcountForm(kept=kept),
        "door": door_of(consultation, timezone.now()),
        "may_run": can_run(request.visit),
    }
    return page(request, "consultations/people.html", context)


@for_members
@require_POST
def heads(request: VisitRequest, key: str) -> HttpResponse:
    """Write down how many heads were counted."""
    by = runner(request)
    consultation = request.visit.consultation
    form = HeadcountForm(request.POST, kept=list(headcounts_of(consultation)))
    if form.is_valid():
        count_heads(consultation=consultation, heads=form.cleaned_data, by=by)
    else:
        messages.error(request, _("Type whole numbers, or leave a field empty."))
    return redirect("consultations:people", key)


@for_members
@require_POST
def end(request: VisitRequest, key: str, participant: str) -> HttpResponse:
    """Take a seat away."""
    seat: Participant = get_object_or_404(participants_of(request.visit.consultation), key=participant)
    by = runner(request)
    end_seat(participant=seat, at=timezone.now(), by=by)
    return redirect("consultations:people", key)


@for_members
@require_POST
def open_the_door(request: VisitRequest, key: str) -> HttpResponse:
    """Open the door with a new code."""
    by = runner(request)
    open_door(consultation=request.visit.consultation, at=timezone.now(), by=by)
    return redirect("consultations:people", key)


@for_members
@require_POST
def close_the_door(request: VisitRequest, key: str) -> HttpResponse:
    """Close the door; whoever sits inside stays."""
    by = runner(request)
    close_door(consultation=request.visit.consultation, at=timezone.now(), by=by)
    return redirect("consultations:people", key)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the wall."""
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return page(request, "consultations/join.html", {"form": form}, status=400 if form.is_bound else 200)
    return redirect("consultations:take_seat", as_code(form.cleaned_data["code"]) or "-")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, code: str) -> HttpResponse:
    """Ask under which name somebody sits there, and give them their seat. Only wrong codes are counted and slowed."""
    now = timezone.now()
    door = door_with(code, now)
    if not door:
        if not ratelimit.consume(request, action="wrong_code"):
            return too_many(request)
        return page(request, "consultations/no_door.html", {"sentence": NO_DOOR}, status=404)
    initial = {"language": get_language()}
    form = SeatForm(request.POST or None, consultation=door.consultation, initial=initial)
    if not form.is_valid():
        context = {"form": form, "door": door}
        return page(request, "consultations/take_seat.html", context, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("name", "language", "organisation")}
    seat, token = take_seat_by_code(door=door, **told, at=now, by=form.cleaned_data["name"])
    return _seated(redirect("hall:phone", seat.consultation.key), seat, token)


@for_participants
@require_POST
def leave(request: VisitRequest, key: str) -> HttpResponse:
    """Give one's seat up; the browser forgets it."""
    if request.visit.participant:
        leave_seat(at=timezone.now(), by=request.visit.participant)
    response = redirect("consultations:join")
    response.delete_cookie(cookie_of(request.visit.consultation))
    if not request.visit.membership:
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _seated(response: HttpResponse, seat: Participant, token: str) -> HttpResponse:
    """Let the browser keep the seat, and the language chosen there."""
    name, secure = cookie_of(seat.consultation), settings.SESSION_COOKIE_SECURE
    response.set_cookie(name, token, max_age=SEAT_LASTS, secure=secure, httponly=True, samesite="Lax")
    return speak(response, seat.language)
