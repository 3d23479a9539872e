"""Consultations of a coalition: all of them, one of them, setting one up, leading it from phase to phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.actions.setting_up import change_consultation, move_back, move_on, set_up_consultation
from suivi.consultations.agendas import AgendaRow
from suivi.consultations.forms import ConsultationForm, NewConsultationForm
from suivi.consultations.permissions import can_now, can_run, can_set_up, can_take_part
from suivi.consultations.queries import agenda_of, consultations_of, open_door, participants_of, templates_of
from suivi.consultations.rules import TRANSITIONS, Deed, Kind, Phase, Room
from suivi.consultations.starting import agenda_for
from suivi.consultations.visits import Visit, VisitRequest, for_members, for_participants, runner
from suivi.timeline.queries import reviews_of_state

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest
    from suivi.consultations.models import AgendaTemplate


@require_safe
def consultations(request: MemberRequest) -> HttpResponse:
    """Show every consultation of one's coalition that one may see, the latest first."""
    found = list(consultations_of(request.membership))
    context = {"consultations": found, "may_set_up": can_set_up(request.membership), "Phase": Phase}
    return page(request, "consultations/consultations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Ask what sort of meeting it is to be, and set it up with an agenda to start from."""
    can_set_up(request.membership).require()
    reviews = reviews_of_state(request.membership.coalition.state)
    if not reviews:
        return page(request, "consultations/no_review.html")
    form = NewConsultationForm(request.POST or None, templates=templates_of(request.membership.coalition))
    if not form.is_valid():
        return page(request, "consultations/new.html", {"form": form}, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("title", "about", "begins_on", "ends_on", "place", "languages")}
    consultation = set_up_consultation(
        review=reviews[0],
        kind=Kind(form.cleaned_data["kind"]),
        room=Room(form.cleaned_data["room"]),
        agenda=_agenda(Kind(form.cleaned_data["kind"]), form.cleaned_data["template"]),
        at=timezone.now(),
        by=request.membership,
        **told,
    )
    return redirect("consultations:consultation", consultation.key)


@for_participants
@require_safe
def consultation(request: VisitRequest, key: str) -> HttpResponse:
    """Show one consultation: where it stands, what one may do now, what is on today."""
    visit = request.visit
    return page(request, "consultations/consultation.html", _seen(visit))


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: VisitRequest, key: str) -> HttpResponse:
    """Change what a consultation says of itself."""
    by = runner(request)
    form = ConsultationForm(request.POST or None, instance=request.visit.consultation)
    if not form.is_valid():
        return page(request, "consultations/change.html", {"form": form}, status=400 if form.is_bound else 200)
    now, facts = timezone.now(), form.cleaned_data
    change_consultation(consultation=request.visit.consultation, facts=facts, at=now, by=by)
    return redirect("consultations:consultation", key)


@for_members
@require_POST
def move(request: VisitRequest, key: str, phase: str) -> HttpResponse:
    """Lead a consultation to its next phase, or one back."""
    by = runner(request)
    if phase not in Phase.values:
        raise Http404
    consultation, to = request.visit.consultation, Phase(phase)
    move = move_on if TRANSITIONS[Phase(consultation.phase)].get(to) == "move_on" else move_back
    move(consultation=consultation, to=to, at=timezone.now(), by=by)
    return redirect("consultations:consultation", key)


def _seen(visit: Visit) -> dict[str, Any]:
    consultation, now = visit.consultation, timezone.now()
    phase = Phase(consultation.phase)
    return {
        "phases": [(each, each == phase, list(Phase).index(each) < list(Phase).index(phase)) for each in Phase],
        "moves": [(each, verb == "move_on") for each, verb in TRANSITIONS[phase].items()],
        "deeds": [(deed, can_now(visit, deed)) for deed in Deed if deed != Deed.JOIN],
        "sessions": list(agenda_of(consultation)),
        "now": now,
        "seats": participants_of(consultation).count(),
        "door": open_door(consultation, now),
        "may_run": can_run(visit),
        "may_take_part": can_take_part(visit),
    }


def _agenda(kind: Kind, template: AgendaTemplate | None) -> list[AgendaRow]:
    return [AgendaRow.of(told) for told in template.rows] if template else agenda_for(kind)
