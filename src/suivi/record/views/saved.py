"""Saved views: kept from the list, renamed, shown to the coalition, removed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.common.pages import page
from suivi.record.actions import change_view, remove_view, save_view
from suivi.record.forms import ViewForm
from suivi.record.models import SavedView
from suivi.record.permissions import can_change_view, can_remove_view, can_save_view
from suivi.record.search.asked import Asked


@require_safe
def views(request: MemberRequest) -> HttpResponse:
    """Show the views one may see, with what one may do to each."""
    found = SavedView.objects.visible_to(request.membership).select_related("owner")
    shown = [
        (each, can_change_view(request.membership, each), can_remove_view(request.membership, each)) for each in found
    ]
    return page(request, "record/views.html", {"views": shown})


@require_POST
def save(request: MemberRequest) -> HttpResponse:
    """Keep a search under a name."""
    can_save_view(request.membership).require()
    form = ViewForm(request.POST)
    asked = Asked.from_query(QueryDict(request.POST.get("query", "")))
    if form.is_valid():
        save_view(**form.cleaned_data, query=asked.as_query(), by=request.membership)
        messages.success(request, _("Kept. You find it above the list."))
        return redirect(f"{reverse('record:recommendations')}?{asked.as_query()}")
    return page(request, "record/view.html", {"form": form, "query": asked.as_query()}, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def view(request: MemberRequest, key: str) -> HttpResponse:
    """Rename a view or show it to the coalition."""
    found = get_object_or_404(SavedView.objects.visible_to(request.membership), key=key)
    can_change_view(request.membership, found).require()
    form = ViewForm(request.POST or None, instance=found)
    if form.is_valid():
        change_view(view=SavedView.objects.get(pk=found.pk), **form.cleaned_data, by=request.membership)
        messages.success(request, _("Changed."))
        return redirect("record:views")
    return page(request, "record/view.html", {"form": form, "view": found})


@require_POST
def remove(request: MemberRequest, key: str) -> HttpResponse:
    """Remove a view."""
    found = get_object_or_404(SavedView.objects.visible_to(request.membership), key=key)
    remove_view(view=found, by=request.membership)
    messages.success(request, _("The view is removed; the recommendations it showed are not."))
    return redirect("record:views")
