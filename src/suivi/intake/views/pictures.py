"""Pages of a brought PDF as pictures, to hold the reading against."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.intake.views.checking import import_or_404
from undocs import Unreadable, guarded

WIDTH = 900
"""Pixels: enough to read the text of a page."""


@require_safe
def page_picture(request: MemberRequest, key: str, order: int, number: int) -> HttpResponse:
    """Give one page of a file as a picture, drawn anew each time: nothing of it stays if the import is discarded."""
    file = get_object_or_404(import_or_404(request, key).files.exclude(file=""), order=order)
    try:
        drawn = guarded.page_picture(file.file.path, number, WIDTH)
    except Unreadable as why:
        raise Http404(str(why)) from why
    headers = {"Content-Security-Policy": "sandbox; default-src 'none'"}
    return HttpResponse(drawn, content_type="image/png", headers=headers)
