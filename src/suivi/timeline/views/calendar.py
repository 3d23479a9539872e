"""The calendar of one cycle: its line, its milestones as a table, and the files it can be taken away as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.common.pictures import cycle
from suivi.common.pictures.png import png
from suivi.record.permissions import can_change_record
from suivi.timeline.carrying import calendar_file
from suivi.timeline.drawing import line_of
from suivi.timeline.permissions import can_keep_calendar, can_see_calendar
from suivi.timeline.queries import Clock, clock, feed_of, removed_milestones, reviews_of_state

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest
    from suivi.common.pictures.letters import Direction
    from suivi.record.models import Review

PICTURES = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
def calendar(request: MemberRequest) -> HttpResponse:
    """Lead to the calendar of the newest review of the coalition's State."""
    can_see_calendar(request.membership).require()
    reviews = reviews_of_state(request.membership.coalition.state)
    if not reviews:
        return page(request, "timeline/empty.html", {"state": request.membership.coalition.state})
    return redirect("timeline:cycle", reviews[0].state, reviews[0].cycle)


@require_safe
def cycle_page(request: MemberRequest, state: str, cycle_number: int) -> HttpResponse:
    """Show the calendar of one cycle."""
    found, reviews = clock_of(request, state, cycle_number)
    line = line_of(found)
    context = {
        "clock": found,
        "review": found.review,
        "reviews": reviews,
        "today": found.today,
        "wide": cycle.wide(line, direction()) if line else None,
        "tall": cycle.tall(line, direction()) if line else None,
        "may_date": can_change_record(request.membership),
        "may_keep": can_keep_calendar(request.membership),
        "removed": removed_milestones(request.membership, found.review),
        "feed": feed_of(request.membership),
    }
    return page(request, "timeline/calendar.html", context)


@require_safe
def cycle_file(request: MemberRequest, state: str, cycle_number: int) -> HttpResponse:
    """Give the calendar as a file that other programs read."""
    found, _reviews = clock_of(request, state, cycle_number)
    content = calendar_file(found, request.membership, timezone.now())
    return download(content, "text/calendar; charset=utf-8", f"{state}-{cycle_number}.ics")


@require_safe
def cycle_picture(request: MemberRequest, state: str, cycle_number: int, form: str) -> HttpResponse:
    """Give the line of the cycle as a picture file."""
    found, _reviews = clock_of(request, state, cycle_number)
    line = line_of(found)
    if line is None or form not in PICTURES:
        raise Http404
    drawing = cycle.poster(line, direction())
    content = png(drawing) if form == "png" else str(drawing).encode()
    return download(content, PICTURES[form], f"{state}-{cycle_number}-line.{form}")


def clock_of(request: MemberRequest, state: str, cycle_number: int) -> tuple[Clock, list[Review]]:
    """Return the clock of one review of the coalition's State, and all its reviews; 404 for any other review."""
    can_see_calendar(request.membership).require()
    reviews = reviews_of_state(request.membership.coalition.state)
    review = next((each for each in reviews if (each.state, each.cycle) == (state, cycle_number)), None)
    if review is None:
        raise Http404
    return clock(request.membership, reviews, review, timezone.localdate()), reviews


def direction() -> Direction:
    """Return in which direction the reader's language runs."""
    return "rtl" if get_language_bidi() else "ltr"


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """Return a file to keep."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
