"""For whoever types in what break-out groups wrote on paper: one line after the other, hands on the keyboard."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from suivi.common.pages import page
from suivi.consultations.once import exactly_once
from suivi.consultations.visits import VisitRequest, for_participants, seated
from suivi.plans.actions.rows import add_row
from suivi.plans.forms import TypedForm
from suivi.plans.permissions import can_fill
from suivi.plans.queries.lines import last_lines
from suivi.plans.queries.naming import Names
from suivi.plans.views.lines import table_of


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def type_in(request: VisitRequest, key: str, table: str) -> HttpResponse:
    """Take a line, and offer the next one at once with the cluster kept; the last ones stand below to be mended."""
    known, consultation = table_of(table), request.visit.consultation
    can_fill(request.visit).require()
    names = Names(consultation)
    form = TypedForm(
        request.POST or None, table=known, names=names, initial={"cluster": request.GET.get("cluster", "")}
    )
    if form.is_valid():
        add_row(
            consultation=consultation, table=known, cells=form.cells, names=names, at=timezone.now(), by=seated(request)
        )
        kept = urlencode({"cluster": form.cells["cluster"]})
        return redirect(f"{reverse('plans:typing', args=[key, table])}?{kept}")
    context = {
        "form": form,
        "table": known,
        "names": names,
        "last": last_lines(consultation, known, str(request.visit)),
    }
    return page(request, "plans/typing.html", context, status=400 if form.is_bound else 200)
