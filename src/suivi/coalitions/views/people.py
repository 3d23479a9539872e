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
    can_change_role,
    can_end_membership,
    can_keep_people,
    can_see_people,
)
from suivi.coalitions.queries import members_of, open_invitations_of, organisations_of
from suivi.common.pages import page
from suivi.history.permissions import can_read_history

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.models import Membership
    from suivi.coalitions.requests import MemberRequest


@require_safe
def people(request: MemberRequest) -> HttpResponse:
    """Show members and organisations, and to those who keep people the open invitations."""
    can_see_people(request.membership).require()
    coalition, may_keep = request.membership.coalition, can_keep_people(request.membership)
    context = {
        "coalition": coalition,
        "members": members_of(coalition),
        "organisations": organisations_of(coalition),
        "may_keep": may_keep,
        "may_read_history": can_read_history(request.membership),
        "invitations": open_invitations_of(coalition, timezone.now()) if may_keep else [],
    }
    return page(request, "coalitions/people.html", context)


@require_safe
def member(request: MemberRequest, key: str) -> HttpResponse:
    """Show one member, and what may be changed about them."""
    can_see_people(request.membership).require()
    whom = get_object_or_404(members_of(request.membership.coalition), key=key)
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
    whom = get_object_or_404(members_of(request.membership.coalition), key=key)
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
    may_keep = can_keep_people(request.membership)
    context = {
        "whom": whom,
        "is_me": whom.pk == request.membership.pk,
        "form": form if may_keep else None,
        "may_keep": may_keep,
        "may_end": can_end_membership(request.membership, whom),
    }
    return page(request, "coalitions/member.html", context, status=status)
