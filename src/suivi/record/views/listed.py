"""The list of recommendations, and what one does with several at once."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.common.pages import asks_for_part, page
from suivi.record.models import SavedView
from suivi.record.permissions import can_save_view
from suivi.record.queries.listing import beginning, listing
from suivi.record.queries.selection import selection
from suivi.record.search.asked import Asked, Order
from suivi.record.tables import as_csv, as_text


@require_safe
def recommendations(request: MemberRequest) -> HttpResponse:
    """Show the list; by itself it opens on the newest review of the coalition's own State."""
    asked = Asked.from_query(request.GET) if request.GET else beginning(request.membership)
    is_part = asks_for_part(request) == "found"
    context = {
        "list": listing(asked),
        "views": SavedView.objects.visible_to(request.membership),
        "orders": list(Order),
        "is_part": is_part,
        "may_save": can_save_view(request.membership),
    }
    response = page(request, "record/recommendations.html", context, parts=("found",))
    if is_part:
        # The short address, without the fields of the form that are empty.
        response["HX-Replace-Url"] = f"{request.path}?{asked.as_query()}"
    return response


@require_safe
def selected(request: MemberRequest) -> HttpResponse:
    """Show the recommendations that were picked, or all results, to copy or download them."""
    found = selection(request.GET)
    context = {"selection": found, "text": as_text(found.recommendations), "query": request.GET.urlencode()}
    return page(request, "record/selected.html", context)


@require_safe
def selected_csv(request: MemberRequest) -> HttpResponse:
    """Give the same as a table that any spreadsheet opens."""
    response = HttpResponse(as_csv(selection(request.GET).recommendations), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("recommendations")}.csv"'
    return response
