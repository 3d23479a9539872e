"""What a person says about a document: which review it belongs to, what its columns hold."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from suivi.coalitions.requests import MemberRequest
from suivi.intake.actions.planning import leave_out_file, say_columns, say_review
from suivi.intake.forms import ColumnsForm, ReviewForm
from suivi.intake.permissions import can_say_more
from suivi.intake.views.checking import import_or_404, show


@require_POST
def review(request: MemberRequest, key: str, order: int) -> HttpResponse:
    """Take a person's word for the review a document belongs to."""
    intake = import_or_404(request, key)
    can_say_more(request.membership, intake).require()
    file = get_object_or_404(intake.files, order=order, sentence="")
    form = ReviewForm(request.POST, file=file)
    if not form.is_valid():
        return show(request, intake, {order: form}, status=400)
    said = {name: form.cleaned_data[name] for name in ("state", "cycle", "wg_session")}
    say_review(file=file, **said, at=timezone.now(), by=request.membership)
    return redirect("intake:check", key)


@require_POST
def columns(request: MemberRequest, key: str, order: int) -> HttpResponse:
    """Take a person's word for what the columns of a sheet hold."""
    intake = import_or_404(request, key)
    can_say_more(request.membership, intake).require()
    file = get_object_or_404(intake.files.filter(columns__isnull=False), order=order, sentence="")
    form = ColumnsForm(request.POST, file=file)
    if not form.is_valid():
        return show(request, intake, {order: form}, status=400)
    say_columns(file=file, mapping=form.mapping, at=timezone.now(), by=request.membership)
    return redirect("intake:check", key)


@require_POST
def leave_out(request: MemberRequest, key: str, order: int) -> HttpResponse:
    """Go on without one of the files."""
    intake = import_or_404(request, key)
    can_say_more(request.membership, intake).require()
    leave_out_file(
        file=get_object_or_404(intake.files, order=order, sentence=""), at=timezone.now(), by=request.membership
    )
    return redirect("intake:check", key)
