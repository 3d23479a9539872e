"""What stands between a request and its page: the end of sessions, the coalition of now, the second factor."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from suivi.coalitions.actions.accounts import note_seen
from suivi.coalitions.queries import current_membership, has_second_factor
from suivi.coalitions.resting import resting_page
from suivi.coalitions.rules import session_has_ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

type Answering = Callable[[HttpRequest], HttpResponse]
type View = Callable[..., HttpResponse]

BEGAN, SEEN, PROVED = "began", "seen", "second_factor"
NOTED_EVERY = 60
"""Seconds between two notes of when a session was seen: a page view should not cost a write."""


def session_ends(get_response: Answering) -> Answering:
    """End a session that was idle too long, or has lasted too long whatever its owner did."""

    def middleware(request: HttpRequest) -> HttpResponse:
        now = int(timezone.now().timestamp())
        if request.user.is_authenticated:
            began, seen = request.session.get(BEGAN, now), request.session.get(SEEN, now)
            limits = {"idle": settings.SESSION_IDLE, "longest": settings.SESSION_COOKIE_AGE}
            if session_has_ended(began=began, seen=seen, now=now, **limits):
                logout(request)
                messages.info(request, _("You were signed out after a while without use, or after twelve hours."))
        response = get_response(request)
        if request.user.is_authenticated and now - request.session.get(SEEN, 0) >= NOTED_EVERY:
            request.session.setdefault(BEGAN, now)
            request.session[SEEN] = now
            if request.session.session_key:
                note_seen(session_key=request.session.session_key, at=datetime.fromtimestamp(now, UTC), by=request.user)
        return response

    return middleware


def membership(get_response: Answering) -> Answering:
    """Set `request.membership`: the membership the person works in now, or None."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.membership = SimpleLazyObject(lambda: current_membership(request))  # type: ignore[attr-defined]
        return get_response(request)

    def process_view(request: Any, view: View, _words: object, _named: object) -> HttpResponse | None:
        """Show one sentence alone to those who wait to be let in, and to those whose place is frozen."""
        closed = getattr(view, "login_required", True) and request.user.is_authenticated
        return resting_page(request) if closed else None

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def second_factor(get_response: Answering) -> Answering:
    """Lead people whose role needs a second factor to the page where they set one up."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: View, _words: object, _named: object) -> HttpResponse | None:
        public = not getattr(view, "login_required", True) and not getattr(view, "members_prove_themselves", False)
        open_anyway = public or getattr(view, "without_second_factor", False)
        return None if open_anyway or _may_go_on(request) else redirect("mfa_index")

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def _may_go_on(request: HttpRequest) -> bool:
    if not settings.SECOND_FACTOR or not request.user.is_authenticated or request.session.get(PROVED):
        return True
    if not request.membership or not request.membership.role.contributes:  # type: ignore[attr-defined]
        return True
    request.session[PROVED] = has_second_factor(request.user)
    return bool(request.session[PROVED])
