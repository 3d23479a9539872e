"""Documents: what one is, its pages as pictures, and the file as it came."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.common.pages import page
from suivi.record.models import Document
from suivi.record.pictures import page_picture
from undocs import Unreadable

SANDBOX = "sandbox; default-src 'none'"


@require_safe
def document(request: MemberRequest, key: str) -> HttpResponse:
    """Show a document, open at the page that was asked for, with what was read there."""
    found = get_object_or_404(Document, key=key)
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else None  # noqa: PLR2004
    if number is not None and not 1 <= number <= (found.pages or 0):
        number = None
    read_here = found.recommendations.filter(page=number) if number else found.recommendations.none()
    context = {
        "document": found,
        "number": number,
        "before": number - 1 if number and number > 1 else None,
        "after": number + 1 if number and number < (found.pages or 0) else None,
        "read_here": read_here.select_related("review").order_by("place"),
        "read": found.recommendations.count(),
    }
    return page(request, "record/document.html", context)


@require_safe
def picture(_request: MemberRequest, key: str, number: int) -> HttpResponse:
    """Give one page as a picture."""
    found = get_object_or_404(Document, key=key)
    try:
        drawn = page_picture(found, number)
    except Unreadable as why:
        raise Http404(str(why)) from why
    return HttpResponse(drawn, content_type="image/png", headers={"Content-Security-Policy": SANDBOX})


@require_safe
def download(_request: MemberRequest, key: str) -> FileResponse:
    """Give the file as it came, never to be shown by the browser itself."""
    found = get_object_or_404(Document, key=key)
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
    response["Content-Type"] = "application/octet-stream"
    response["Content-Security-Policy"] = SANDBOX
    return response
