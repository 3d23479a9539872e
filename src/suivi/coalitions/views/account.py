"""Allauth's pages as we open them: only with GET and POST, and what they change is told and ends other sessions."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.views.decorators.http import require_http_methods, require_safe

from suivi.coalitions.actions.accounts import keep_session, tell_of_changed_factors
from suivi.coalitions.middleware import PROVED
from suivi.coalitions.queries import factors_of
from suivi.common.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from suivi.coalitions.models import Person
    from suivi.coalitions.requests import MemberRequest

    type View = Callable[..., HttpResponse]

METHODS = ["GET", "HEAD", "POST"]


def opened(view: View) -> View:
    """Open one of allauth's pages, also to those who have yet to set up their second factor."""
    shown = require_http_methods(METHODS)(view)
    shown.without_second_factor = True  # type: ignore[attr-defined]
    return shown


def watched(view: View) -> View:
    """Open a page that may change how people sign in.

    Where it did, every other session ends, this one gets a new name, and history is told, all in one transaction.
    """

    @wraps(view)
    def watching(request: MemberRequest, *words: object, **named: object) -> HttpResponse:
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *words, **named)
        person: Person = request.user
        with transaction.atomic():
            before = factors_of(person)
            response = view(request, *words, **named)
            after = factors_of(person)
            changed = sorted({name.partition(":")[0] for name, _secret in before.items() ^ after.items()})
            if changed:
                _note(request, person, changed)
        return response

    return opened(watching)


@login_not_required
@require_safe
def no_way_in(request: MemberRequest) -> HttpResponse:
    """Say what to do when a password is lost: no mail is sent, a coordinator hands over a new way in."""
    return page(request, "coalitions/no_way_in.html")


def _note(request: MemberRequest, person: Person, changed: list[str]) -> None:
    request.session.pop(PROVED, None)
    kept = ""
    if request.user.is_authenticated:
        former = request.session.session_key or ""
        request.session.cycle_key()
        kept = request.session.session_key or ""
        keep_session(former=former, now=kept, by=person)
    tell_of_changed_factors(person=person, changed=changed, but=kept, by=person)
