"""The agenda of a consultation: shown by day, changed line by line, taken away as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.actions.agenda import (
    add_session,
    change_session,
    keep_template,
    put_back_session,
    remove_session,
)
from suivi.consultations.calendars import agenda_file
from suivi.consultations.forms import SessionForm, TemplateForm
from suivi.consultations.permissions import can_run
from suivi.consultations.queries import agenda_of, taken_off
from suivi.consultations.visits import VisitRequest, for_members, for_participants, runner

if TYPE_CHECKING:
    from suivi.consultations.models import Session


@for_participants
@require_safe
def agenda(request: VisitRequest, key: str) -> HttpResponse:
    """Show the agenda day by day; to those who run the consultation also what was taken off."""
    consultation, may_run = request.visit.consultation, can_run(request.visit)
    context: dict[str, Any] = {"sessions": list(agenda_of(consultation)), "now": timezone.now(), "may_run": may_run}
    if may_run:
        context |= {"removed": list(taken_off(consultation)), "template_form": TemplateForm()}
    return page(request, "consultations/agenda.html", context)


@for_participants
@require_safe
def agenda_calendar(request: VisitRequest, key: str) -> HttpResponse:
    """Give the agenda as a file for calendar programs."""
    consultation = request.visit.consultation
    body = agenda_file(consultation, list(agenda_of(consultation)), timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="agenda.ics"'}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: VisitRequest, key: str) -> HttpResponse:
    """Put something on the agenda."""
    by = runner(request)
    form = SessionForm(request.POST or None, consultation=request.visit.consultation)
    if not form.is_valid():
        return page(request, "consultations/session.html", {"form": form}, status=400 if form.is_bound else 200)
    add_session(consultation=request.visit.consultation, facts=form.cleaned_data, by=by)
    return redirect("consultations:agenda", key)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def session(request: VisitRequest, key: str, session: str) -> HttpResponse:
    """Change one thing on the agenda."""
    found = _session(request, session)
    by = runner(request)
    form = SessionForm(request.POST or None, instance=found, consultation=request.visit.consultation)
    if not form.is_valid():
        context = {"form": form, "session": found}
        return page(request, "consultations/session.html", context, status=400 if form.is_bound else 200)
    change_session(session=found, facts=form.cleaned_data, by=by)
    return redirect("consultations:agenda", key)


@for_members
@require_POST
def remove(request: VisitRequest, key: str, session: str) -> HttpResponse:
    """Take something off the agenda."""
    found = _session(request, session)
    by = runner(request)
    remove_session(session=found, at=timezone.now(), by=by)
    messages.info(request, _("Taken off the agenda. It can be put back below."))
    return redirect("consultations:agenda", key)


@for_members
@require_POST
def put_back(request: VisitRequest, key: str, session: str) -> HttpResponse:
    """Put something back on the agenda."""
    found = get_object_or_404(taken_off(request.visit.consultation), key=session)
    by = runner(request)
    put_back_session(session=found, by=by)
    return redirect("consultations:agenda", key)


@for_members
@require_POST
def keep(request: VisitRequest, key: str) -> HttpResponse:
    """Keep the agenda as a template under a name."""
    by = runner(request)
    form = TemplateForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the template a name."))
        return redirect("consultations:agenda", key)
    at, name = timezone.now(), form.cleaned_data["name"]
    keep_template(consultation=request.visit.consultation, name=name, at=at, by=by)
    messages.success(request, _("Kept. It is offered when the next consultation is set up."))
    return redirect("consultations:agenda", key)


def _session(request: VisitRequest, key: str) -> Session:
    return get_object_or_404(agenda_of(request.visit.consultation).select_related("consultation"), key=key)
