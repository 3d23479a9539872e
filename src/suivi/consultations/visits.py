"""The way into the pages of a consultation: for its members, or also for those who took a seat without account."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.consultations.actions.seats import take_seat
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.permissions import can_run
from suivi.consultations.presence import Visit, VisitRequest
from suivi.consultations.queries import seat_of, seat_with

__all__ = ["Visit", "VisitRequest", "cookie_of", "for_members", "for_participants", "runner", "seated"]

type VisitView[**P] = Callable[Concatenate[VisitRequest, P], HttpResponse]


def cookie_of(consultation: Consultation) -> str:
    """Return the name of the cookie by which a browser without account keeps its seat."""
    return f"{settings.SEAT_COOKIE_PREFIX}{consultation.key}"


def for_members[**P](view: VisitView[P]) -> Callable[..., HttpResponse]:
    """Open a page of a consultation to members who may see it; to all others it is missing."""

    @wraps(view)
    def visited(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request.visit = _as_member(request, str(kwargs["key"]))
        return view(request, *args, **kwargs)

    return visited


def for_participants[**P](view: VisitView[P]) -> Callable[..., HttpResponse]:
    """Open a page of a consultation to its members and to those who took a seat without account."""

    @wraps(view)
    def visited(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = str(kwargs["key"])
        visit = _as_guest(request, key)
        if request.user.is_authenticated and not visit:
            visit = _as_member(request, key)
        if not visit:
            return redirect_to_login(request.get_full_path())
        request.visit = visit
        return view(request, *args, **kwargs)

    opened = login_not_required(visited)
    opened.members_prove_themselves = True  # type: ignore[attr-defined]
    return opened


def seated(request: VisitRequest) -> Participant:
    """Return whoever acts as a participant; a member takes their seat by acting."""
    visit = request.visit
    if visit.membership and not visit.participant:
        return take_seat(consultation=visit.consultation, at=timezone.now(), by=visit.membership)
    if not visit.participant:
        raise Http404
    return visit.participant


def runner(request: VisitRequest) -> Membership:
    """Return the member who runs the consultation, or refuse with the reason."""
    can_run(request.visit).require()
    if not request.visit.membership:
        raise Http404
    return request.visit.membership


def _as_member(request: Any, key: str) -> Visit:
    found = Consultation.objects.visible_to(request.membership).select_related("coalition", "review").filter(key=key)
    consultation = found.first()
    if not consultation:
        raise Http404
    return Visit(consultation, request.membership, seat_of(consultation, membership=request.membership))


def _as_guest(request: Any, key: str) -> Visit | None:
    participant = seat_with(key, request.COOKIES.get(f"{settings.SEAT_COOKIE_PREFIX}{key}", ""))
    return Visit(participant.consultation, None, participant) if participant else None
