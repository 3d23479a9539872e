"""The pages of minutes: the whole, and one place in them to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.queries import agenda_of
from suivi.consultations.visits import VisitRequest, for_members
from suivi.minutes.actions import agree_minutes, name_rapporteur, reopen_minutes, write_note
from suivi.minutes.forms import NoteForm, RapporteurForm
from suivi.minutes.models import Note
from suivi.minutes.permissions import can_agree, can_write
from suivi.minutes.queries.written import minutes_of, written
from suivi.minutes.rules import MinutesState, Part
from suivi.minutes.telling import telling

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Session


@for_members
@require_safe
def minutes(request: VisitRequest, key: str) -> HttpResponse:
    """Show the minutes as they read now."""
    consultation, membership = request.visit.consultation, _member(request)
    found = written(consultation, timezone.now())
    may_agree = can_agree(membership, consultation)
    context = {
        "written": found,
        "parts": [(part, telling(part, consultation, found.facts), found.notes.get(part)) for part in Part],
        "may_write": can_write(membership, consultation, found.minutes),
        "may_agree": may_agree,
    }
    if may_agree:
        rapporteur = found.minutes.rapporteur if found.minutes else None
        initial = {"rapporteur": rapporteur.key if rapporteur else ""}
        context["rapporteur_form"] = RapporteurForm(coalition=membership.coalition, initial=initial)
    return page(request, "minutes/minutes.html", context)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: VisitRequest, key: str, part: str) -> HttpResponse:
    """Write at the end of one part."""
    if part not in Part.values:
        raise Http404
    return _write(request, Part(part), None)


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def session_note(request: VisitRequest, key: str, session: str) -> HttpResponse:
    """Write under one session of the agenda."""
    return _write(request, Part.AGENDA, get_object_or_404(agenda_of(request.visit.consultation), key=session))


@for_members
@require_POST
def rapporteur(request: VisitRequest, key: str) -> HttpResponse:
    """Name the rapporteur."""
    membership = _member(request)
    can_agree(membership, request.visit.consultation).require()
    form = RapporteurForm(request.POST, coalition=membership.coalition)
    if form.is_valid():
        whom = form.cleaned_data["rapporteur"]
        name_rapporteur(consultation=request.visit.consultation, whom=whom, by=membership)
    else:
        messages.error(request, _("Choose a member of the coalition who may write."))
    return redirect("minutes:minutes", key)


@for_members
@require_POST
def settle(request: VisitRequest, key: str, state: str) -> HttpResponse:
    """Record that the minutes are agreed, or open them again."""
    membership = _member(request)
    can_agree(membership, request.visit.consultation).require()
    if state not in MinutesState.values:
        raise Http404
    consultation, now = request.visit.consultation, timezone.now()
    settle_them = agree_minutes if state == MinutesState.AGREED else reopen_minutes
    settle_them(consultation=consultation, at=now, by=membership)
    return redirect("minutes:minutes", key)


def _write(request: VisitRequest, part: Part, session: Session | None) -> HttpResponse:
    consultation, membership = request.visit.consultation, _member(request)
    begun = minutes_of(consultation)
    can_write(membership, consultation, begun).require()
    found = Note.objects.filter(minutes=begun, part=part, session=session).first() if begun else None
    initial = {"text": found.text, "version": found.version} if found else {}
    form = NoteForm(request.POST or None, initial=initial)
    context = {"form": form, "part": part, "session": session, "note": found}
    if not form.is_valid():
        return page(request, "minutes/note.html", context, status=400 if form.is_bound else 200)
    text, version = form.cleaned_data["text"], form.cleaned_data["version"] or 0
    noted = write_note(
        consultation=consultation,
        part=part,
        session=session,
        text=text,
        based_on=version,
        at=timezone.now(),
        by=membership,
    )
    if noted.kept:
        return redirect("minutes:minutes", request.visit.consultation.key)
    again = NoteForm(initial={"text": noted.note.text, "version": noted.note.version})
    return page(request, "minutes/note.html", {**context, "form": again, "note": noted.note, "typed": text}, status=409)


def _member(request: VisitRequest) -> Membership:
    """Return whoever reads as a member; pages of minutes open to members alone."""
    if not request.visit.membership:
        raise Http404
    return request.visit.membership
