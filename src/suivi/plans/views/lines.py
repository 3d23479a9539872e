"""Both plans: side by side in numbers, one of them as a table, one line of it with its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.once import exactly_once
from suivi.consultations.visits import VisitRequest, for_participants, seated
from suivi.plans.actions.rows import add_row, change_row, put_back_row, remove_row
from suivi.plans.actions.starting import start_plans
from suivi.plans.forms import LineForm
from suivi.plans.permissions import can_fill
from suivi.plans.queries.lines import cells_of, lines_of, removed_rows, rows_of, versions_of
from suivi.plans.queries.naming import Names
from suivi.plans.rules.columns import COLUMNS, Table

if TYPE_CHECKING:
    from suivi.plans.models import Activity, Measure


@for_participants
@require_safe
def overview(request: VisitRequest, key: str) -> HttpResponse:
    """Show both plans with how many lines each has."""
    consultation = request.visit.consultation
    plans = [(table, rows_of(consultation, table).count()) for table in Table]
    return page(request, "plans/plans.html", {"plans": plans, "may_fill": can_fill(request.visit)})


@for_participants
@require_POST
def start(request: VisitRequest, key: str) -> HttpResponse:
    """Start the plans from joint priorities and adopted strategies."""
    can_fill(request.visit).require()
    gained = start_plans(consultation=request.visit.consultation, at=timezone.now(), by=seated(request))
    told = ngettext("%(n)d line was begun.", "%(n)d lines were begun.", sum(gained)) % {"n": sum(gained)}
    messages.success(request, told if any(gained) else _("Every priority and every strategy stands in a plan already."))
    return redirect("plans:plans", key)


@for_participants
@require_safe
def table(request: VisitRequest, key: str, table: str) -> HttpResponse:
    """Show one plan as a table, cluster by cluster."""
    known = table_of(table)
    consultation = request.visit.consultation
    context = {
        "table": known,
        "columns": [column for column in COLUMNS[known] if column.name != "cluster"],
        "lines": lines_of(consultation, known),
        "removed": list(removed_rows(consultation, known)),
        "may_fill": can_fill(request.visit),
    }
    return page(request, "plans/table.html", context)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def add(request: VisitRequest, key: str, table: str) -> HttpResponse:
    """Add a line."""
    known = table_of(table)
    can_fill(request.visit).require()
    names = Names(request.visit.consultation)
    begun = {name: request.GET.get(name, "") for name in ("cluster", "recommendations")}
    form = LineForm(request.POST or None, table=known, names=names, initial=begun)
    if not form.is_valid():
        return _show(request, form, names)
    consultation, by = request.visit.consultation, seated(request)
    add_row(consultation=consultation, table=known, cells=form.cells, names=names, at=timezone.now(), by=by)
    return redirect("plans:table", key, table)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
@exactly_once
def line(request: VisitRequest, key: str, table: str, row: str) -> HttpResponse:
    """Show one line with its versions, and change it without overwriting anybody."""
    found = _row(request, table, row)
    if request.method == "POST":
        can_fill(request.visit).require()
    names = Names(request.visit.consultation)
    initial = {**cells_of(found), "version": found.version}
    form = LineForm(request.POST or None, table=found.table, names=names, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return _show(request, form, names, found)
    version, by = form.cleaned_data["version"] or 0, seated(request)
    merged = change_row(row=found, cells=form.cells, based_on=version, names=names, at=timezone.now(), by=by)
    if merged.clashes:
        return _clash(request, found, names, form)
    return redirect("plans:table", key, table)


@for_participants
@require_POST
def remove(request: VisitRequest, key: str, table: str, row: str) -> HttpResponse:
    """Take a line off."""
    found = _row(request, table, row)
    can_fill(request.visit).require()
    remove_row(row=found, at=timezone.now(), by=seated(request))
    messages.info(request, _("Taken off the plan. It can be put back below."))
    return redirect("plans:table", key, table)


@for_participants
@require_POST
def put_back(request: VisitRequest, key: str, table: str, row: str) -> HttpResponse:
    """Put a line back."""
    found = get_object_or_404(removed_rows(request.visit.consultation, table_of(table)), key=row)
    can_fill(request.visit).require()
    put_back_row(row=found, by=seated(request))
    return redirect("plans:table", key, table)


def table_of(name: str) -> Table:
    """Return which plan an address names; there are two."""
    if name not in Table.values:
        raise Http404
    return Table(name)


def _row(request: VisitRequest, table: str, key: str) -> Measure | Activity:
    found: Measure | Activity = get_object_or_404(rows_of(request.visit.consultation, table_of(table)), key=key)
    return found


def _show(
    request: VisitRequest, form: LineForm, names: Names, row: Measure | Activity | None = None, **also: Any
) -> HttpResponse:
    context = {
        "form": form,
        "table": form.table,
        "row": row,
        "versions": versions_of(row) if row else [],
        "columns": COLUMNS[form.table],
        "names": names,
        "may_fill": can_fill(request.visit),
        **also,
    }
    return page(request, "plans/line.html", context, status=400 if form.is_bound else 200)


def _clash(request: VisitRequest, row: Measure | Activity, names: Names, typed: LineForm) -> HttpResponse:
    """Show both texts where somebody else was faster: what stands in the form, what one typed beside it."""
    row.refresh_from_db()
    stands = cells_of(row)
    labels = {column.name: column.label for column in COLUMNS[row.table]}
    clashes = [(labels[name], text) for name, text in typed.cells.items() if text != stands[name]]
    form = LineForm(table=row.table, names=names, initial={**stands, "version": row.version})
    response = _show(request, form, names, row, clashes=clashes)
    response.status_code = 409
    return response
