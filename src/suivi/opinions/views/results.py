"""What came out: groups, what unites them, what divides them; as a page, a picture and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from suivi.common.pages import page
from suivi.common.pictures.png import png
from suivi.consultations.permissions import can_run
from suivi.consultations.visits import for_participants
from suivi.opinions.permissions import can_see_results
from suivi.opinions.pictures import dots_of, table_of
from suivi.opinions.queries.results import results_of
from suivi.opinions.queries.voting import map_of, turnout
from suivi.opinions.rules.words import FEW

if TYPE_CHECKING:
    from suivi.common.pictures.letters import Direction
    from suivi.consultations.visits import VisitRequest
    from suivi.opinions.queries.results import Shown

FORMS = {"svg": "image/svg+xml", "png": "image/png"}


@for_participants
@require_safe
def results(request: VisitRequest, key: str) -> HttpResponse:
    """Show the results to whom the map shows them; to the others, how many have voted, and why no more."""
    found = map_of(request.visit.consultation)
    if not found:
        raise Http404
    may_see = can_see_results(request.visit, found)
    shown = results_of(found) if may_see else None
    context = {
        "opinion_map": found,
        "turnout": turnout(found),
        "may_see": may_see,
        "may_run": can_run(request.visit),
        "shown": shown,
        "few": FEW,
        "dots": dots_of(shown.outcome, _direction()) if shown else None,
    }
    return page(request, "opinions/results.html", context)


@for_participants
@require_safe
def picture(request: VisitRequest, key: str, form: str) -> HttpResponse:
    """Give the picture of the groups as a file."""
    drawing = dots_of(_shown(request).outcome, _direction())
    if drawing is None or form not in FORMS:
        raise Http404
    content = png(drawing) if form == "png" else str(drawing).encode()
    return _file(content, FORMS[form], f"opinion-groups-{key}.{form}")


@for_participants
@require_safe
def table(request: VisitRequest, key: str) -> HttpResponse:
    """Give what each group says to each statement as comma-separated values."""
    return _file(table_of(_shown(request)).encode(), "text/csv; charset=utf-8", f"opinions-{key}.csv")


def _shown(request: VisitRequest) -> Shown:
    found = map_of(request.visit.consultation)
    if not found:
        raise Http404
    can_see_results(request.visit, found).require()
    shown = results_of(found)
    if not shown:
        raise Http404
    return shown


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _direction() -> Direction:
    return "rtl" if get_language_bidi() else "ltr"
