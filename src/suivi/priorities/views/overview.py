"""All exercises of a consultation and its joint priorities; and one exercise with what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.common.pictures.png import png
from suivi.consultations.visits import VisitRequest, for_participants
from suivi.priorities.forms import AddPriorityForm
from suivi.priorities.permissions import (
    can_fill_now,
    can_keep_priorities,
    can_open,
    can_see_few,
    can_see_results,
)
from suivi.priorities.pictures import field, poster
from suivi.priorities.queries.exercises import criteria_of, exercises_of, progress
from suivi.priorities.queries.joint import priorities_of, removed_priorities
from suivi.priorities.queries.results import results_of
from suivi.priorities.queries.sheets import candidates_of, sheet_of

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.common.pictures.letters import Direction
    from suivi.consultations.models import Participant
    from suivi.priorities.models import Exercise
    from suivi.priorities.queries.results import Results

PICTURES = {"svg": "image/svg+xml", "png": "image/png"}
USUALLY_TAKEN = 10
"""So many ranks are ticked when results are taken over; whoever does it may tick others."""


@for_participants
@require_safe
def priorities(request: VisitRequest, key: str) -> HttpResponse:
    """Show the joint priorities of a consultation, and the exercises behind them."""
    consultation = request.visit.consultation
    may_keep = can_keep_priorities(request.visit.membership, consultation)
    listed = list(priorities_of(consultation))
    context = {
        "exercises": exercises_of(consultation),
        "priorities": listed,
        "may_keep": may_keep,
        "removed": removed_priorities(consultation) if may_keep else [],
        "add": AddPriorityForm(consultation=consultation, initial={"rank": listed[-1].rank + 1 if listed else 1}),
    }
    return page(request, "priorities/priorities.html", context)


@for_participants
@require_safe
def exercise(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show one exercise: what it asks, how far it is, and when it is closed what came of it."""
    found = exercise_of(request, thing)
    may_keep = can_keep_priorities(request.visit.membership, found.consultation)
    context: dict[str, Any] = {
        "exercise": found,
        "criteria": criteria_of(found),
        "may_keep": may_keep,
        "may_open": can_open(request.visit.membership, found) if may_keep else may_keep,
        "may_fill": can_fill_now(request.visit, found),
        "may_see": can_see_results(found),
        "progress": progress(found, sheet_of(found, whose(request))),
        "candidates": candidates_of(found) if not found.is_over else [],
    }
    if context["may_see"]:
        results = results_seen(request, found)
        context |= {"results": results, "ticked": USUALLY_TAKEN, **_drawn(results)}
    return page(request, "priorities/exercise.html", context)


@for_participants
@require_safe
def picture(request: VisitRequest, key: str, thing: str, form: str) -> HttpResponse:
    """Give the picture of an exercise as a file to keep."""
    found = exercise_of(request, thing)
    if form not in PICTURES:
        raise Http404
    can_see_results(found).require()
    drawing = poster(results_seen(request, found), direction())
    content = png(drawing) if form == "png" else str(drawing).encode()
    name = f"priorities-{found.key}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=PICTURES[form], headers=headers)


def exercise_of(request: VisitRequest, thing: str) -> Exercise:
    """Return an exercise of the consultation that is visited; another one's is missing."""
    return get_object_or_404(exercises_of(request.visit.consultation), key=thing)


def whose(request: VisitRequest) -> Participant | Membership | None:
    """Return whose sheet is meant: the participant's, or that of a member who has not taken a seat yet."""
    return request.visit.participant or request.visit.membership


def results_seen(request: VisitRequest, exercise: Exercise) -> Results:
    """Return the results as far as whoever visits may see them."""
    return results_of(exercise, few_too=bool(can_see_few(request.visit, exercise)))


def direction() -> Direction:
    """Return in which direction the reader's language runs."""
    return "rtl" if get_language_bidi() else "ltr"


def _drawn(results: Results) -> dict[str, Any]:
    if not results.ranked:
        return {}
    return {"wide": field(results, direction()), "tall": field(results, direction(), narrow=True)}
