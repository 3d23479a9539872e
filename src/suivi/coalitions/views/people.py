"""Who belongs to the coalition: the list, one member, the organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from suivi.coalitions.actions.members import add_organisation, change_membership, end_membership, rename_organisation
from suivi.coalitions.forms import MembershipForm, OrganisationForm
from suivi.coalitions.permissions import (
    can_change_membership,
    can_change_role,
    can_end_membership,
    can_keep_people,
    can_see_people,
)
from suivi.coalitions.permissions.keeping import (
    can_agree,
    can_agree_to_silence,
    can_ask_to_freeze,
    can_ask_to_unfreeze,
)
from suivi.coalitions.queries import members_of, open_invitations_of, organisations_of, places_of
from suivi.coalitions.queries.doors import join_links_of
from suivi.coalitions.queries.keeping import asks_of, pending_for, silence_of
from suivi.coalitions.queries.people import found_people
from suivi.coalitions.rules.keeping import KEEPERS
from suivi.coalitions.rules.opening import opened_by
from suivi.common.pages import page
from suivi.history.permissions import can_read_history

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.models import Membership
    from suivi.coalitions.requests import MemberRequest


@require_safe
def people(request: MemberRequest) -> HttpResponse:
    """Show members and organisations, and to those who keep people the doors that are open."""
    can_see_people(request.membership).require()
    coalition, now, may_keep = request.membership.coalition, timezone.now(), can_keep_people(request.membership)
    asked = {name: request.GET.get(name, "").strip()[:80] for name in ("q", "organisation", "role")}
    found = found_people(coalition, words=asked["q"], organisation=asked["organisation"], role=asked["role"])
    context = {
        "coalition": coalition,
        "asked": asked,
        "found": found,
        "may_keep": may_keep,
        "alone": bool(may_keep) and found.keepers < KEEPERS,
        "may_read_history": can_read_history(request.membership),
        "pending": pending_for(request.membership, now),
        "invitations": open_invitations_of(coalition, now) if may_keep else [],
        "links": join_links_of(coalition, now) if may_keep else [],
    }
    return page(request, "coalitions/people.html", context, parts=("found",))


@require_safe
def member(request: MemberRequest, key: str) -> HttpResponse:
    """Show one member, and what may be changed about them."""
    can_see_people(request.membership).require()
    whom = get_object_or_404(places_of(request.membership.coalition), key=key)
    return _show_member(request, whom, MembershipForm(instance=whom, coalition=whom.coalition))


@require_POST
def change_member(request: MemberRequest, key: str) -> HttpResponse:
    """Give a member another role or organisation."""
    can_keep_people(request.membership).require()
    whom = get_object_or_404(members_of(request.membership.coalition), key=key)
    form = MembershipForm(request.POST, coalition=whom.coalition)
    if not form.is_valid():
        return _show_member(request, whom, form, status=400)
    decision = can_change_role(request.membership, whom, form.cleaned_data["role_key"])
    if not decision:
        form.add_error("role_key", str(decision.why))
        return _show_member(request, whom, form, status=400)
    told = {name: form.cleaned_data[name] for name in ("role_key", "organisation")}
    change_membership(whom=whom, **told, at=timezone.now(), by=request.membership)
    said = _("%(name)s: %(role)s. It counts from now on.") % {"name": whom.person, "role": whom.role_label}
    messages.success(request, said)
    return redirect("coalitions:people")


@require_POST
def end_member(request: MemberRequest, key: str) -> HttpResponse:
    """End somebody's membership."""
    can_keep_people(request.membership).require()
    whom = get_object_or_404(places_of(request.membership.coalition), key=key)
    end_membership(whom=whom, at=timezone.now(), by=request.membership)
    said = _("The membership of %(name)s has ended, and their sessions with it.") % {"name": whom.person}
    messages.success(request, said)
    return redirect("coalitions:people")


@require_http_methods(["GET", "HEAD", "POST"])
def new_organisation(request: MemberRequest) -> HttpResponse:
    """Take an organisation into the coalition."""
    can_keep_people(request.membership).require()
    form = OrganisationForm(request.POST or None, coalition=request.membership.coalition)
    if not form.is_valid():
        return page(request, "coalitions/organisation.html", {"form": form}, status=400 if form.is_bound else 200)
    made = add_organisation(name=form.cleaned_data["name"], by=request.membership)
    messages.success(request, _("%(name)s belongs to the coalition now.") % {"name": made})
    return redirect("coalitions:people")


@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: MemberRequest, key: str) -> HttpResponse:
    """Give an organisation another name."""
    can_keep_people(request.membership).require()
    which = get_object_or_404(organisations_of(request.membership.coalition), key=key)
    form = OrganisationForm(request.POST or None, instance=which, coalition=which.coalition)
    if not form.is_valid():
        context = {"form": form, "organisation": which}
        return page(request, "coalitions/organisation.html", context, status=400 if form.is_bound else 200)
    rename_organisation(organisation=which, name=form.cleaned_data["name"], by=request.membership)
    messages.success(request, _("The organisation is called %(name)s now.") % {"name": which})
    return redirect("coalitions:people")


def _show_member(request: MemberRequest, whom: Membership, form: MembershipForm, status: int = 200) -> HttpResponse:
    mine, may_keep = request.membership, can_keep_people(request.membership)
    ask = asks_of(whom.coalition, timezone.now()).filter(membership=whom).first() if may_keep else None
    silence = silence_of(whom) if may_keep else None
    context = {
        "whom": whom,
        "is_me": whom.pk == mine.pk,
        "form": form if can_change_membership(mine, whom) else None,
        "may_keep": may_keep,
        "may_end": can_end_membership(mine, whom),
        "may_freeze": can_ask_to_unfreeze(mine, whom) if whom.frozen_at else can_ask_to_freeze(mine, whom),
        "ask": ask,
        "may_agree": can_agree(mine, ask, timezone.now()) if ask else None,
        "silence": silence,
        "may_agree_to_silence": can_agree_to_silence(mine, silence) if silence else None,
        "opens": opened_by(whom.role),
    }
    return page(request, "coalitions/member.html", context, status=status)
