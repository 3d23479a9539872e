"""The check screen: document and reading side by side, what does not reconcile, what would change; yes or no."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from suivi.coalitions.requests import MemberRequest
from suivi.common.pages import asks_for_part, page
from suivi.intake.actions.applying import confirm_import
from suivi.intake.actions.bringing import discard_import
from suivi.intake.models import BroughtFile, Import
from suivi.intake.permissions import can_confirm_import, can_discard_import
from suivi.intake.queries import imports_of
from suivi.intake.queries.lines import beside
from suivi.intake.rules import ImportState
from suivi.intake.screen import REVIEWS_SHOWN, outcome, planned, questions, remarks
from suivi.record.permissions import can_change_record


def import_or_404(request: MemberRequest, key: str) -> Import:
    """Return an import of the coalition; that of another one is not there."""
    can_change_record(request.membership).require()
    return get_object_or_404(imports_of(request.membership).select_related("job"), key=key)


@require_safe
def check(request: MemberRequest, key: str) -> HttpResponse:
    """Show an import wherever it stands."""
    intake = import_or_404(request, key)
    if asks_for_part(request) == "progress" and not intake.is_at_work:
        # The worker is done: the page as a whole has changed.
        return HttpResponse(headers={"HX-Refresh": "true"})
    return show(request, intake)


def show(
    request: MemberRequest, intake: Import, forms: dict[int, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Show the check screen, with forms that a person has filled in wrongly."""
    reviews = list(intake.reviews.all())
    context: dict[str, Any] = {
        "import": intake,
        "may_discard": can_discard_import(request.membership, intake),
        "may_confirm": can_confirm_import(request.membership, intake),
        "reviews": reviews,
        "shown": planned(reviews[:REVIEWS_SHOWN]),
    }
    if intake.state == ImportState.CHECKED:
        context |= {"questions": questions(intake, forms or {}), "wrong": bool(forms), "remarks": remarks(intake)}
        context["side"] = _side(request, intake)
    if intake.state in {ImportState.CHECKED, ImportState.APPLIED}:
        context["outcome"] = outcome(reviews)
    return page(request, "intake/check.html", context, parts=("progress", "side"), status=status)


@require_POST
def confirm(request: MemberRequest, key: str) -> HttpResponse:
    """Take what was read into the record."""
    intake = import_or_404(request, key)
    if not confirm_import(intake=intake, at=timezone.now(), by=request.membership):
        messages.warning(request, _("The record changed since this was looked through. Look at what would change now."))
    return redirect("intake:check", intake.key)


@require_POST
def discard(request: MemberRequest, key: str) -> HttpResponse:
    """Discard what was brought."""
    intake = import_or_404(request, key)
    discard_import(intake=intake, at=timezone.now(), by=request.membership)
    messages.success(request, _("Discarded. Nothing of it is kept beyond this line."))
    return redirect("intake:check" if intake.is_at_work else "intake:imports", *([key] if intake.is_at_work else []))


def _side(request: MemberRequest, intake: Import) -> Any:
    """Return the stretch of a document that the address asks for, or the first of the first that could be read."""
    files: list[BroughtFile] = [file for file in intake.files.all() if file.reading and not file.sentence]
    if not files:
        return None
    wanted = _number(request, "file")
    file = next((each for each in files if each.order == wanted), files[0])
    return beside(file, _number(request, "page") or 1, only_odd=request.GET.get("only") == "odd")


def _number(request: MemberRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None  # noqa: PLR2004
