"""Reviews: all of them, one with its dates, documents, pledges and the cycles before it; its dates set by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.common.normalise import plain
from suivi.common.pages import page
from suivi.record.actions.reviews import date_review
from suivi.record.forms import ReviewForm
from suivi.record.models import Review
from suivi.record.names import state_name
from suivi.record.permissions import can_change_record
from suivi.record.queries.reviews import compare_cycles, cycles_by_state, documents_of


@require_safe
def reviews(request: MemberRequest) -> HttpResponse:
    """Show the reviews of the coalition's own State in figures, and where those of others are."""
    own = request.membership.coalition.state if request.membership else ""
    others = [(state, state_name(state), cycles) for state, cycles in cycles_by_state().items() if state != own]
    context = {"own": own, "summaries": compare_cycles(own), "others": sorted(others, key=lambda each: plain(each[1]))}
    return page(request, "record/reviews.html", context)


@require_safe
def review(request: MemberRequest, state: str, cycle: int) -> HttpResponse:
    """Show one review."""
    found = get_object_or_404(Review, state=state, cycle=cycle)
    summaries = compare_cycles(state)
    context = {
        "review": found,
        "summary": next(each for each in summaries if each.review == found),
        "summaries": summaries,
        "documents": documents_of(found),
        "pledges": found.pledges.select_related("document"),
        "may_change": can_change_record(request.membership),
    }
    return page(request, "record/review.html", context)


@require_http_methods(["GET", "POST"])
def dates(request: MemberRequest, state: str, cycle: int) -> HttpResponse:
    """Set days and symbols of a review by hand."""
    can_change_record(request.membership).require()
    found = get_object_or_404(Review, state=state, cycle=cycle)
    form = ReviewForm(request.POST or None, instance=found)
    if form.is_valid():
        date_review(review=found, facts=form.cleaned_data, by=request.membership)
        messages.success(request, _("The days are kept, and the calendar counts from them."))
        return redirect("record:review", state, cycle)
    return page(request, "record/dates.html", {"review": found, "form": form})
