"""Oneself: name, language, how one signs in, sessions, coalitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suivi.coalitions.actions.accounts import change_me
from suivi.coalitions.actions.members import end_membership
from suivi.coalitions.forms import MeForm, SilenceForm
from suivi.coalitions.language import speak
from suivi.coalitions.permissions import can_end_membership
from suivi.coalitions.permissions.keeping import can_hand_over
from suivi.coalitions.queries import CHOSEN, has_second_factor, memberships_of, sessions_of
from suivi.coalitions.queries.keeping import silence_of
from suivi.common.pages import page

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: MemberRequest) -> HttpResponse:
    """Show what the house knows of the person, and change name and language."""
    now_called = {"name": request.user.name, "language": request.user.language}
    form = MeForm(request.POST or None, initial=now_called)
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("name", "language")}
        change_me(person=request.user, **told, by=request.user)
        return speak(redirect("coalitions:me"), told["language"], otherwise_forget=True)
    silence = silence_of(request.membership) if request.membership else None
    memberships = [(each, can_end_membership(each, each), can_hand_over(each)) for each in memberships_of(request.user)]
    context = {
        "form": form,
        "memberships": memberships,
        "second_factor": has_second_factor(request.user),
        "sessions": sessions_of(request.user, timezone.now()),
        "silence": silence,
        "silence_form": SilenceForm(initial={"days": silence.days if silence else 0}) if request.membership else None,
    }
    return page(request, "coalitions/me.html", context, status=400 if form.errors else 200)


@require_POST
def choose_coalition(request: MemberRequest, key: str) -> HttpResponse:
    """Work in another of one's coalitions from here on."""
    chosen = get_object_or_404(memberships_of(request.user), coalition__key=key)
    request.session[CHOSEN] = chosen.coalition.key
    messages.success(request, _("You now work in %(coalition)s.") % {"coalition": chosen.coalition})
    return redirect("home:desk")


@require_http_methods(["GET", "HEAD", "POST"])
def leave_coalition(request: MemberRequest, key: str) -> HttpResponse:
    """Say what leaving means; then leave, which ends every session."""
    mine = get_object_or_404(memberships_of(request.user), coalition__key=key)
    if request.method != "POST":
        return page(request, "coalitions/leave.html", {"mine": mine, "may_leave": can_end_membership(mine, mine)})
    end_membership(whom=mine, at=timezone.now(), by=mine)
    return redirect("account_login")
