"""Renders pages, and the named part of a page that htmx asks for; without JavaScript the whole page comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

if TYPE_CHECKING:
    from django.http import HttpRequest


def asks_for_part(request: HttpRequest) -> str | None:
    """Return the name of the part that htmx wants to replace (the id of its target), or None for a whole page."""
    if request.headers.get("HX-Request") != "true" or request.headers.get("HX-Boosted") == "true":
        return None
    # htmx 4 names its target as "tag#id"; older ones as "id".
    return request.headers.get("HX-Target", "").rpartition("#")[2] or None


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    parts: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render `template`, or only its `{% partialdef %}` of the name that htmx asks for, where `parts` offers it."""
    wanted = asks_for_part(request)
    name = f"{template}#{wanted}" if wanted in parts else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
