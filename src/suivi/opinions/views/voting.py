"""One statement after the other with three buttons; one's own votes, to be changed; writing a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import asks_for_part, page
from suivi.consultations.once import exactly_once
from suivi.consultations.permissions import can_run
from suivi.consultations.rules import Deed
from suivi.consultations.visits import for_participants, seated
from suivi.opinions.actions import votes
from suivi.opinions.actions.statements import SAID_ALREADY, state_opinion
from suivi.opinions.forms import ChoiceForm, StatementForm
from suivi.opinions.permissions import can_do_here
from suivi.opinions.queries.voting import (
    asking,
    map_of,
    said_by,
    same_statement,
    shown_statement,
    turnout,
    written_by,
)
from suivi.opinions.rules.statements import sameness
from suivi.opinions.rules.words import Choice

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.consultations.models import Participant
    from suivi.consultations.visits import VisitRequest
    from suivi.opinions.models import OpinionMap, Statement

PART = "vote"


@for_participants
@require_safe
def opinion_map(request: VisitRequest, key: str) -> HttpResponse:
    """Show the next statement to vote on, and what else there is to do."""
    found = map_of(request.visit.consultation)
    return page(request, "opinions/map.html", _seen(request, found, request.visit.participant), parts=(PART,))


@for_participants
@require_POST
@exactly_once
def vote(request: VisitRequest, key: str, statement: str) -> HttpResponse:
    """Write down what is said to a statement, and show the next one."""
    found = _map(request)
    voted: Statement = get_object_or_404(shown_statement(found, statement))
    by = seated(request)
    form = ChoiceForm(request.POST)
    if form.is_valid():
        votes.vote(statement=voted, choice=form.cleaned_data["choice"], at=timezone.now(), by=by)
    else:
        messages.error(request, _("Press one of the three buttons."))
    if asks_for_part(request) == PART and form.is_valid():
        context = {**_seen(request, found, by), "voted": voted, "choice": form.cleaned_data["choice"], "is_part": True}
        return page(request, "opinions/map.html", context, parts=(PART,))
    return redirect("opinions:mine" if "mine" in request.POST else "opinions:map", key)


@for_participants
@require_safe
def mine(request: VisitRequest, key: str) -> HttpResponse:
    """Show what one has said and written; to nobody else."""
    found, participant = _map(request), request.visit.participant
    context = {
        "opinion_map": found,
        "said": said_by(found, participant),
        "written": written_by(found, participant),
        "choices": Choice,
        "may_vote": can_do_here(request.visit, found, Deed.VOTE),
    }
    return page(request, "opinions/mine.html", context)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def write(request: VisitRequest, key: str) -> HttpResponse:
    """Put a statement on the map; one that is there already is refused kindly, and leads to the vote on it."""
    found = _map(request)
    can_do_here(request.visit, found, Deed.STATE).require()
    form = StatementForm(request.POST or None)
    same = same_statement(found, sameness(form.cleaned_data["text"])) if form.is_valid() else None
    if same:
        form.add_error("text", SAID_ALREADY)
    if not form.is_valid():
        context = {"form": form, "opinion_map": found}
        return page(request, "opinions/write.html", context, status=400 if form.is_bound else 200)
    text = form.cleaned_data["text"]
    state_opinion(opinion_map=found, text=text, language=get_language() or "", by=seated(request))
    waits = _("Thank you. A moderator reads it first; then it is on the map.")
    messages.success(request, waits if found.moderated else _("Thank you. It is on the map."))
    return redirect("opinions:map", key)


def _map(request: VisitRequest) -> OpinionMap:
    found = map_of(request.visit.consultation)
    if not found:
        raise Http404
    return found


def _seen(request: VisitRequest, found: OpinionMap | None, participant: Participant | None) -> dict[str, Any]:
    visit = request.visit
    may_vote = can_do_here(visit, found, Deed.VOTE)
    return {
        "opinion_map": found,
        "may_vote": may_vote,
        "may_write": can_do_here(visit, found, Deed.STATE),
        "may_run": can_run(visit),
        "asking": asking(found, participant) if found and may_vote else None,
        "turnout": turnout(found) if found else None,
    }
