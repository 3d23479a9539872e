"""A plan out as a workbook, and back again: what it would change is looked at before anything is written."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.common.pages import page
from suivi.consultations.visits import VisitRequest, for_participants, seated
from suivi.plans.actions.sheets import bring_sheet, discard_sheet, keep_sheet
from suivi.plans.forms import SheetForm
from suivi.plans.models import BroughtSheet
from suivi.plans.permissions import can_fill
from suivi.plans.queries.lines import lines_of
from suivi.plans.queries.returning import returned_lines
from suivi.plans.rules.columns import COLUMNS, Table
from suivi.plans.rules.merging import BroughtLine
from suivi.plans.sheets import as_workbook, lines_in
from suivi.plans.views.lines import table_of
from undocs import guarded
from undocs.refusals import Unreadable

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_LINES = 5000
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@for_participants
@require_safe
def workbook(request: VisitRequest, key: str, table: str) -> HttpResponse:
    """Give a plan as a workbook that can be brought back."""
    known = table_of(table)
    body = as_workbook(known, lines_of(request.visit.consultation, known))
    headers = {"Content-Disposition": f'attachment; filename="{known.value}.xlsx"'}
    return HttpResponse(body, content_type=WORKBOOK, headers=headers)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: VisitRequest, key: str, table: str) -> HttpResponse:
    """Take a workbook that comes back, and lead to what it would change."""
    known = table_of(table)
    can_fill(request.visit).require()
    form = SheetForm(request.POST or None, request.FILES or None)
    lines = _lines(form, known) if form.is_valid() else None
    if lines is None:
        return page(request, "plans/bring.html", {"form": form, "table": known}, status=400 if form.is_bound else 200)
    sheet = keep_sheet(
        consultation=request.visit.consultation, table=known, lines=lines, at=timezone.now(), by=seated(request)
    )
    return redirect("plans:check_sheet", key, sheet.key)


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: VisitRequest, key: str, sheet: str) -> HttpResponse:
    """Show what a workbook would change and what only a person can decide; bring it in."""
    found = _sheet(request, sheet)
    known = Table(found.table)
    if request.method != "POST":
        brought = [BroughtLine(**told) for told in found.lines]
        lines = returned_lines(request.visit.consultation, known, brought)
        labels = {column.name: column.label for column in COLUMNS[known]}
        context = {
            "sheet": found,
            "table": known,
            "labels": labels,
            "lines": [line for line in lines if line.changes],
            "same": sum(not line.changes for line in lines),
        }
        return page(request, "plans/check.html", context)
    can_fill(request.visit).require()
    chosen = set(request.POST.getlist("take"))
    done = bring_sheet(sheet=found, chosen=chosen, at=timezone.now(), by=seated(request))
    told = ngettext("%(n)d line came in new.", "%(n)d lines came in new.", done.added) % {"n": done.added}
    told += " " + ngettext("%(n)d line was changed.", "%(n)d lines were changed.", done.changed) % {"n": done.changed}
    messages.success(request, told)
    return redirect("plans:table", key, known.value)


@for_participants
@require_POST
def discard(request: VisitRequest, key: str, sheet: str) -> HttpResponse:
    """Throw a workbook away."""
    found = _sheet(request, sheet)
    can_fill(request.visit).require()
    discard_sheet(sheet=found, by=seated(request))
    messages.info(request, _("Thrown away. Nothing was changed."))
    return redirect("plans:table", key, found.table)


def _sheet(request: VisitRequest, key: str) -> BroughtSheet:
    """Return a sheet that this visitor brought: nobody looks into what somebody else is about to bring."""
    mine = BroughtSheet.objects.filter(
        consultation=request.visit.consultation, participant=request.visit.participant, participant__isnull=False
    )
    return get_object_or_404(mine.select_related("consultation__coalition", "consultation__review"), key=key)


def _lines(form: SheetForm, table: Table) -> list[BroughtLine] | None:
    """Return the lines of the sheet in a form, or None with the reason told on the form."""
    try:
        found = lines_in(table, _rows(form.cleaned_data["sheet"]))
    except Unreadable as refusal:
        form.add_error("sheet", str(refusal))
        return None
    if found is None:
        form.add_error(
            "sheet", _("This is not a workbook of this plan. Download it here, change it, and bring that one.")
        )
    return found


def _rows(upload: UploadedFile) -> list[list[str]]:
    with NamedTemporaryFile(suffix=Path(upload.name or "").suffix.lower()[:6]) as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        return guarded.first_rows(file.name, MOST_LINES)
