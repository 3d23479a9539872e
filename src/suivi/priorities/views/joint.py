"""The list of joint priorities, mended by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suivi.common.pages import page
from suivi.consultations.visits import VisitRequest, for_members, runner
from suivi.priorities.actions.joint import add_priority, change_priority, put_back_priority, remove_priority
from suivi.priorities.forms import AddPriorityForm, PriorityForm
from suivi.priorities.queries.joint import priorities_of, removed_priorities

if TYPE_CHECKING:
    from django.http import HttpResponse

FORM = ["GET", "HEAD", "POST"]


@for_members
@require_http_methods(FORM)
def add(request: VisitRequest, key: str) -> HttpResponse:
    """Put a recommendation on the list by hand."""
    by, consultation = runner(request), request.visit.consultation
    form = AddPriorityForm(request.POST or None, consultation=consultation)
    if not form.is_valid():
        return page(request, "priorities/priority.html", {"form": form}, status=400 if form.is_bound else 200)
    told = {"recommendation": form.cleaned_data["number"], "rank": form.cleaned_data["rank"]}
    reason = form.cleaned_data["reason"]
    add_priority(consultation=consultation, **told, reason=reason, at=timezone.now(), by=by)
    return redirect("priorities:priorities", key)


@for_members
@require_http_methods(FORM)
def change(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Give a joint priority another rank, or say why it is one."""
    priority, by = get_object_or_404(priorities_of(request.visit.consultation), key=thing), runner(request)
    form = PriorityForm(request.POST or None, instance=priority)
    if not form.is_valid():
        context = {"form": form, "priority": priority}
        return page(request, "priorities/priority.html", context, status=400 if form.is_bound else 200)
    change_priority(priority=priority, rank=form.cleaned_data["rank"], reason=form.cleaned_data["reason"], by=by)
    return redirect("priorities:priorities", key)


@for_members
@require_POST
def remove(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Take a joint priority off the list."""
    priority, by = get_object_or_404(priorities_of(request.visit.consultation), key=thing), runner(request)
    remove_priority(priority=priority, at=timezone.now(), by=by)
    messages.success(request, _("It is off the list. It can be put back at the foot of this page."))
    return redirect("priorities:priorities", key)


@for_members
@require_POST
def put_back(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Put a joint priority back on the list."""
    priority, by = get_object_or_404(removed_priorities(request.visit.consultation), key=thing), runner(request)
    put_back_priority(priority=priority, by=by)
    return redirect("priorities:priorities", key)
