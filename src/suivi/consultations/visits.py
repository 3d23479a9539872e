"""Who stands in which consultation: a member, or somebody without account who took a seat with the code on the wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from suivi.coalitions.models import Membership, Person
from suivi.consultations.actions.seats import take_seat
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.permissions import can_run
from suivi.consultations.queries import consultation_with, seat_of

type VisitView[**P] = Callable[Concatenate[VisitRequest, P], HttpResponse]


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody in a consultation. Without membership they came by the code; a member may not have a seat yet."""

    consultation: Consultation
    membership: Membership | None
    participant: Participant | None

    def __str__(self) -> str:
        return str(self.participant or self.membership)


class VisitRequest(HttpRequest):
    """A request inside a consultation."""

    user: Person
    membership: Membership | None
    visit: Visit


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
    consultation = consultation_with(key)
    if not consultation:
        return None
    participant = seat_of(consultation, token=request.COOKIES.get(cookie_of(consultation), ""))
    return Visit(consultation, None, participant) if participant else None
