"""The desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.common.pages import page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def desk(request: HttpRequest) -> HttpResponse:
    """Show the coalition's desk."""
    return page(request, "home/desk.html")
