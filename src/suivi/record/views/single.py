"""One recommendation: its story, a correction, an answer recorded by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.common.pages import page
from suivi.record.actions import correct_states, correct_text, record_answer
from suivi.record.forms import AnswerForm, StatesForm, TextForm
from suivi.record.models import Recommendation
from suivi.record.permissions import can_change_record
from suivi.record.queries.story import story
from suivi.record.rules import Claim, Position, Stage

FORMS = ["GET", "HEAD", "POST"]


@require_safe
def recommendation(request: MemberRequest, state: str, cycle: int, number: str) -> HttpResponse:
    """Show everything that ever happened to a recommendation."""
    found = _recommendation(state, cycle, number)
    context = {"story": story(found, request.membership), "may_change": can_change_record(request.membership)}
    return page(request, "record/recommendation.html", context)


@require_http_methods(FORMS)
def text(request: MemberRequest, state: str, cycle: int, number: str) -> HttpResponse:
    """Correct the text by hand."""
    can_change_record(request.membership).require()
    found = _recommendation(state, cycle, number)
    form = TextForm(request.POST or None, now=found.wording)
    if form.is_valid():
        correct_text(recommendation=found, **form.cleaned_data, by=request.membership)
        messages.success(request, _("Corrected. What was published stays beside it."))
        return redirect("record:recommendation", state, cycle, number)
    return page(request, "record/correct.html", {"recommendation": found, "form": form, "what": _("Correct the text")})


@require_http_methods(FORMS)
def states(request: MemberRequest, state: str, cycle: int, number: str) -> HttpResponse:
    """Correct by hand which States made the recommendation."""
    can_change_record(request.membership).require()
    found = _recommendation(state, cycle, number)
    asking = found.recommending_states.order_by("order").values_list("state", flat=True)
    form = StatesForm(request.POST or None, now=list(dict.fromkeys(asking)))
    if form.is_valid():
        correct_states(recommendation=found, **form.cleaned_data, by=request.membership)
        messages.success(request, _("Corrected. What was read before stays in the list of corrections."))
        return redirect("record:recommendation", state, cycle, number)
    context = {"recommendation": found, "form": form, "what": _("Correct the recommending States")}
    return page(request, "record/correct.html", context)


@require_http_methods(FORMS)
def answer(request: MemberRequest, state: str, cycle: int, number: str) -> HttpResponse:
    """Record by hand what the State answered."""
    can_change_record(request.membership).require()
    found = _recommendation(state, cycle, number)
    form = AnswerForm(request.POST or None, recommendation=found)
    if form.is_valid():
        given = form.cleaned_data
        typed = {
            "position": Position(given["position"]),
            "stage": Stage(given["stage"]),
            "claim": Claim(given["claim"]),
        }
        record_answer(recommendation=found, **(given | typed), by=request.membership)
        messages.success(request, _("The answer is recorded."))
        return redirect("record:recommendation", state, cycle, number)
    return page(request, "record/correct.html", {"recommendation": found, "form": form, "what": _("Record an answer")})


def _recommendation(state: str, cycle: int, number: str) -> Recommendation:
    found = Recommendation.objects.select_related("review", "document")
    return get_object_or_404(found, key=f"{state}/{cycle}/{number}")
