"""The pages for what cannot be shown: one sentence each, no versions, no traces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from suivi.common.decisions import Refused

if TYPE_CHECKING:
    from django.http import HttpRequest


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400: what came could not be understood."""
    said = str(exception) if isinstance(exception, BadRequest) else ""
    return _page(request, 400, _("That could not be understood"), said or _("Please go back and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403 with the sentence of the decision that refused."""
    said = str(exception) if isinstance(exception, Refused) else ""
    return _page(
        request, 403, _("This is not open to you"), said or _("Ask a coordinator of your coalition if you need it.")
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django passes it
    """Answer 404; what is hidden answers in just the same way as what does not exist."""
    return _page(request, 404, _("Nothing is here"), _("The address may be old, or mistyped."))


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  as the others
    """Answer 429: too many tries in too short a time."""
    return _page(request, 429, _("Too many tries"), _("Wait five minutes, then try again. Nothing is lost."))


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django passes it
    """Answer 403 where a form came from elsewhere or after a long pause."""
    return _page(
        request, 403, _("This form was open too long"), _("Go back, load the page again, and send it once more.")
    )


def failed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  Django passes it
    """Answer 500 without touching the database or the request."""
    return HttpResponse(render_to_string("common/failed.html"), status=500)


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    return render(request, "common/refused.html", {"title": title, "sentence": sentence}, status=status)
