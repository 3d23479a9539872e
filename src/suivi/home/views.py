"""The desk, and the outcome of a review in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.common.pictures import cycle as cycle_pictures
from suivi.common.pictures.bars import stacked
from suivi.common.pictures.png import png
from suivi.common.pictures.strip import shared_textures
from suivi.home.headline import headline, said_of, window_note
from suivi.home.lately import lately
from suivi.home.pictures import counted as counting
from suivi.home.pictures.sheets import sheet_of, table_of
from suivi.home.queries import waiting_for
from suivi.home.together import together as waiting_together
from suivi.record.models import Review
from suivi.record.permissions import can_change_record
from suivi.record.queries import outcome as outcome_of
from suivi.record.rules import Position
from suivi.timeline.drawing import line_of
from suivi.timeline.queries import clock as clock_of
from suivi.timeline.queries import reviews_of_state

if TYPE_CHECKING:
    from suivi.coalitions.requests import MemberRequest
    from suivi.common.pictures.letters import Direction
    from suivi.home.pictures.counted import Counted

NEXT = 6
FORMS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}


@require_safe
def desk(request: MemberRequest) -> HttpResponse:
    """Show the coalition's desk: of the newest review of its State, or of the cycle asked for."""
    if not request.membership:
        return page(request, "home/alone.html")
    reviews = reviews_of_state(request.membership.coalition.state)
    review = _chosen(reviews, request.GET.get("cycle", ""))
    if review is None:
        return page(request, "home/empty.html", _beginning(request))
    clock = clock_of(request.membership, reviews, review, timezone.localdate())
    line, outcome = line_of(clock), outcome_of(review)
    context = {
        "reviews": reviews,
        "review": review,
        "clock": clock,
        "today": clock.today,
        "above": said_of(review),
        "headline": headline(clock),
        "note": window_note(clock, outcome.positions[Position.PENDING]),
        "wide": cycle_pictures.wide(line, _direction()) if line else None,
        "tall": cycle_pictures.tall(line, _direction()) if line else None,
        "next": [*clock.late, *clock.waiting][:NEXT],
        "waiting": waiting_for(request.membership, clock),
        "outcome": outcome,
        "whole": counting.whole(review, outcome),
        "themes": counting.themes(review, outcome),
        "cycles": counting.cycles(reviews),
        "textures": shared_textures(),
        "lately": lately(clock),
        "direction_of_bars": _direction(),
        "may_import": can_change_record(request.membership),
    }
    return page(request, "home/desk.html", context)


@require_safe
def together(request: MemberRequest) -> HttpResponse:
    """Show what waits for a member in the work together; the desk asks for it once it stands."""
    now = timezone.now()
    found = waiting_together(request.membership, now) if request.membership else None
    context = {"together": found, "today": timezone.localdate(now)}
    return page(request, "home/together.html", context, parts=("together",))


@require_safe
def outcome(request: MemberRequest, state: str, cycle: int) -> HttpResponse:
    """Show the outcome of a review in numbers."""
    review, reviews = _review(state, cycle)
    found = outcome_of(review)
    pictures = [
        counting.themes(review, found),
        counting.groups(review, found),
        counting.goals(review, found),
        counting.regions(review),
        counting.cycles(reviews),
    ]
    context = {
        "review": review,
        "above": said_of(review),
        "outcome": found,
        "whole": counting.whole(review, found),
        "pictures": [each for each in pictures if each.rows],
        "textures": shared_textures(),
        "direction_of_bars": _direction(),
    }
    return page(request, "home/outcome.html", context)


@require_safe
def outcome_file(
    request: MemberRequest,
    state: str,
    cycle: int,
    name: str,
    form: str,
) -> HttpResponse:
    """Give one picture of the outcome as a file: the sheet as SVG or PNG, the table as CSV."""
    review, reviews = _review(state, cycle)
    counted = _counted(name, review, reviews)
    if counted is None or form not in FORMS:
        raise Http404
    if form == "csv":
        content = table_of(counted).encode()
    else:
        drawing = stacked(sheet_of(counted, review, timezone.localdate()), _direction())
        content = png(drawing) if form == "png" else str(drawing).encode()
    disposition = f'attachment; filename="{state}-{cycle}-outcome-{name}.{form}"'
    return HttpResponse(content, content_type=FORMS[form], headers={"Content-Disposition": disposition})


def _counted(name: str, review: Review, reviews: list[Review]) -> Counted | None:
    """Return one picture by its name, asking the database no more than it needs."""
    if name == "region":
        return counting.regions(review)
    if name == "cycles":
        return counting.cycles(reviews)
    ways = {"all": counting.whole, "theme": counting.themes, "group": counting.groups, "sdg": counting.goals}
    return ways[name](review, outcome_of(review)) if name in ways else None


def _review(state: str, cycle: int) -> tuple[Review, list[Review]]:
    reviews = reviews_of_state(state)
    review = next((each for each in reviews if each.cycle == cycle), None)
    if review is None:
        raise Http404
    return review, reviews


def _chosen(reviews: list[Review], cycle: str) -> Review | None:
    if not cycle:
        return reviews[0] if reviews else None
    review = next((each for each in reviews if str(each.cycle) == cycle), None)
    if review is None:
        raise Http404
    return review


def _beginning(request: MemberRequest) -> dict[str, object]:
    return {
        "state": request.membership.coalition.state,
        "may_import": can_change_record(request.membership),
        "waiting": waiting_for(request.membership, None),
    }


def _direction() -> Direction:
    return "rtl" if get_language_bidi() else "ltr"
