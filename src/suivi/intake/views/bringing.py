"""The drop, and the imports of the coalition."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from suivi.coalitions.requests import MemberRequest
from suivi.common.pages import page
from suivi.common.uploads import too_large
from suivi.intake.actions.bringing import bring_files
from suivi.intake.forms import FilesForm
from suivi.intake.permissions import can_bring_files
from suivi.intake.queries import imports_of
from suivi.record.permissions import can_change_record

SHOWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: MemberRequest) -> HttpResponse:
    """Show the drop and what was brought so far; keep what is dropped."""
    can_change_record(request.membership).require()
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    for name in too_large(request):
        form.add_error("documents", _("%(name)s is larger than is allowed here, so it was let go of.") % {"name": name})
    if form.is_bound and form.is_valid():
        intake = bring_files(files=form.cleaned_data["documents"], at=timezone.now(), by=request.membership)
        return redirect("intake:check", intake.key)
    context = {"form": form, "may_bring": can_bring_files(request.membership)}
    context["imports"] = imports_of(request.membership)[:SHOWN]
    return page(request, "intake/imports.html", context, status=400 if form.is_bound else 200)
