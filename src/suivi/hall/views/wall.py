"""The wall: what the projector shows, and the remote by which whoever runs the consultation chooses it."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.presence import VisitRequest
from suivi.consultations.visits import for_members, runner
from suivi.hall.actions import show_on_wall
from suivi.hall.slides import slides_of
from suivi.hall.wall import OnWall, on_wall

PART = "hall/parts/wall.html"


@for_members
@require_safe
def live(request: VisitRequest, key: str) -> HttpResponse:
    """Show the wall, in big type; it follows whoever leads."""
    return render(request, "hall/live.html", {"on": on_wall(request.visit, timezone.now())})


@for_members
@require_safe
def live_now(request: VisitRequest, key: str) -> HttpResponse:
    """Give the part of the wall that changes, or say that nothing did."""
    found = on_wall(request.visit, timezone.now())
    if request.headers.get("If-None-Match") == found.mark:
        return HttpResponseNotModified(headers={"Cache-Control": "no-store"})
    return _part(request, found)


@for_members
@require_safe
def remote(request: VisitRequest, key: str) -> HttpResponse:
    """Show what the wall may show, to choose from."""
    runner(request)
    return page(request, "hall/remote.html", {"on": on_wall(request.visit, timezone.now())})


@for_members
@require_POST
def show(request: VisitRequest, key: str) -> HttpResponse:
    """Choose what the wall shows."""
    by, wanted, at = runner(request), request.POST.get("slide", ""), timezone.now()
    slide = next((each for each in slides_of(request.visit.consultation, at) if each.name == wanted), None)
    if not slide:
        raise BadRequest(_("This cannot be shown any more. Look again."))
    show_on_wall(consultation=request.visit.consultation, shown=slide.shown, thing=slide.thing, at=at, by=by)
    if "X-Wall" in request.headers:
        return _part(request, on_wall(request.visit, at))
    return redirect("hall:remote" if "remote" in request.POST else "hall:live", key)


def _part(request: VisitRequest, found: OnWall) -> HttpResponse:
    return render(request, PART, {"on": found})
