"""Who did what in one's coalition, newest first, and whether the chain of it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.history.permissions import Reader, can_read_history
from suivi.history.queries import told_in, verify_chain

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 100


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Show a page of the coalition's history, all of it or about one thing."""
    reader: Reader = request.membership  # type: ignore[attr-defined]
    can_read_history(reader).require()
    thing = request.GET.get("thing", "")
    events = Paginator(told_in(reader.coalition.key, thing), PER_PAGE).get_page(request.GET.get("page"))
    context = {"events": events, "thing": thing, "verdict": verify_chain() if "check" in request.GET else None}
    return page(request, "history/history.html", context)
