"""Allauth's pages as we open them: only with GET and POST, and what they change is told and ends other sessions."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from allauth.account import views as account
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from suivi.coalitions.actions.accounts import end_sessions, tell_of_changed_factors
from suivi.coalitions.middleware import PROVED
from suivi.coalitions.models import Person
from suivi.coalitions.queries import factors_of
from suivi.coalitions.views.sessions import end_all_but_this
from suivi.common.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest

    type View = Callable[..., HttpResponse]

READING = ("GET", "HEAD")
FORM = (*READING, "POST")


def opened(view: View, methods: tuple[str, ...] = FORM) -> View:
    """Open one of allauth's pages, also to those who have yet to set up their second factor."""
    door = require_http_methods(methods)(view)
    door.without_second_factor = True  # type: ignore[attr-defined]
    return door


def forgetting(view: View) -> View:
    """Open the page that signs somebody out; their browser then forgets what our pages kept to be read offline."""

    @wraps(view)
    def left(request: MemberRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return opened(left)


def shown(view: View) -> View:
    """Open one of allauth's pages that only show something."""
    return opened(view, READING)


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
def sign_in(request: MemberRequest) -> HttpResponse:
    """Show the door; on an instance where nobody is yet, the way to begin."""
    return account.login(request) if Person.objects.exists() else redirect("coalitions:start")


@login_not_required
@require_safe
def no_way_in(request: MemberRequest) -> HttpResponse:
    """Say what to do when a password is lost: no mail is sent, a coordinator hands over a new way in."""
    return page(request, "coalitions/no_way_in.html")


def _note(request: MemberRequest, person: Person, changed: list[str]) -> None:
    request.session.pop(PROVED, None)
    if request.user.is_authenticated:
        end_all_but_this(request)
    else:
        end_sessions(person=person, but="", by=person)
    tell_of_changed_factors(person=person, changed=changed, by=person)
