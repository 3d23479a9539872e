"""Filling a sheet: a table for laptops, one recommendation at a time for phones, dots; kept as one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from suivi.common.decisions import Refused
from suivi.common.pages import page
from suivi.consultations.once import exactly_once
from suivi.consultations.visits import VisitRequest, for_participants, seated
from suivi.priorities.actions.scoring import give_scores, spread_dots
from suivi.priorities.forms import Filled, filled_dots, filled_scores
from suivi.priorities.permissions import can_fill_now
from suivi.priorities.queries.exercises import criteria_of, progress
from suivi.priorities.queries.sheets import AT_ONCE, candidates_of, dotted_lines_of, lines_of, sheet_of
from suivi.priorities.views.overview import exercise_of, whose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from suivi.priorities.models import Exercise
    from suivi.priorities.queries.sheets import Line

FORM = ["GET", "HEAD", "POST"]


@for_participants
@require_http_methods(FORM)
@exactly_once
def sheet(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show a page of one's sheet as a table, or all of one's dots, and keep what is sent."""
    exercise = exercise_of(request, thing)
    kept = sheet_of(exercise, whose(request))
    if exercise.by_dots:
        lines, shown = dotted_lines_of(candidates_of(exercise), kept), None
    else:
        shown = Paginator(candidates_of(exercise), AT_ONCE).get_page(request.GET.get("page"))
        lines = lines_of(shown, criteria_of(exercise), kept)
    context = {"page": shown, "more": _next_page(exercise, shown)}
    template = "priorities/dots.html" if exercise.by_dots else "priorities/sheet.html"
    return _fill(request, exercise, lines, template, context, leads_to=_after_page(key, exercise, shown))


@for_participants
@require_http_methods(FORM)
@exactly_once
def one(request: VisitRequest, key: str, thing: str, place: int) -> HttpResponse:
    """Show one recommendation with its scales, and keep what is sent; then the next one."""
    exercise = exercise_of(request, thing)
    if exercise.by_dots:
        raise Http404
    candidate = get_object_or_404(candidates_of(exercise), order=place)
    lines = lines_of([candidate], criteria_of(exercise), sheet_of(exercise, whose(request)))
    total = exercise.candidates.count()
    is_last = place >= total
    context = {
        "line": lines[0],
        "place": place,
        "total": total,
        "before": place - 1,
        "after": None if is_last else place + 1,
    }
    following = (key, thing) if is_last else (key, thing, place + 1)
    leads_to = reverse("priorities:exercise" if is_last else "priorities:one", args=following)
    return _fill(request, exercise, lines, "priorities/one.html", context, leads_to=leads_to)


def _fill(
    request: VisitRequest,
    exercise: Exercise,
    lines: Sequence[Line],
    template: str,
    context: dict[str, Any],
    *,
    leads_to: str,
) -> HttpResponse:
    """Keep what was sent and lead on; where it is refused, show it again with everything that was typed."""
    filled, refusal, status = None, "", 200
    if request.method == "POST":
        filled = (filled_dots if exercise.by_dots else filled_scores)(request.POST, lines)
        refusal, status = _kept(request, exercise, filled)
        if not refusal:
            return redirect(leads_to)
    context |= {
        "exercise": exercise,
        "lines": lines,
        "filled": filled,
        "refusal": refusal,
        "may_fill": can_fill_now(request.visit, exercise),
        "progress": progress(exercise, sheet_of(exercise, whose(request))),
    }
    return page(request, template, context, status=status)


def _kept(request: VisitRequest, exercise: Exercise, filled: Filled) -> tuple[str, int]:
    """Keep what was filled; return why not and the status, or nothing."""
    may_fill = can_fill_now(request.visit, exercise)
    if not may_fill:
        return str(may_fill.why), 403
    if not filled.is_valid:
        return _("Some figures are not on the scale; they are marked. Nothing was lost."), 400
    by, now = seated(request), timezone.now()
    figures = {tuple(int(each) for each in name.split("-")[1:]): value for name, value in filled.changed.items()}
    try:
        if exercise.by_dots:
            dots = {candidate: value or 0 for (candidate,), value in figures.items()}
            spread_dots(exercise=exercise, dots=dots, at=now, by=by)
        else:
            scores = {(candidate, criterion): value for (candidate, criterion), value in figures.items()}
            give_scores(exercise=exercise, scores=scores, at=now, by=by)
    except Refused as refused:
        return str(refused), 400
    return "", 200


def _next_page(exercise: Exercise, shown: Any) -> int | None:
    return shown.next_page_number() if not exercise.by_dots and shown.has_next() else None


def _after_page(key: str, exercise: Exercise, shown: Any) -> str:
    """Return where a sheet leads when it was sent: to its next page, at the end to the exercise."""
    following = _next_page(exercise, shown)
    if following:
        return reverse("priorities:sheet", args=(key, exercise.key), query={"page": following})
    return reverse("priorities:exercise", args=(key, exercise.key))
