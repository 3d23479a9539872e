"""Invitations: made and handed over by those who keep people, accepted by whoever holds the link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from suivi.coalitions.actions.invitations import (
    accept_as_newcomer,
    accept_invitation,
    invite,
    open_way_back,
    withdraw_invitation,
)
from suivi.coalitions.actions.vouching import set_vouching, vouch_for
from suivi.coalitions.forms import InvitationForm, NewcomerForm
from suivi.coalitions.language import speak
from suivi.coalitions.models import Invitation
from suivi.coalitions.permissions import can_accept_invitation, can_keep_people
from suivi.coalitions.permissions.doors import can_vouch
from suivi.coalitions.queries import CHOSEN, hash_of, invitation_with, members_of, open_invitations_of
from suivi.coalitions.queries.doors import unvouched_invitations
from suivi.coalitions.squares import square
from suivi.coalitions.views.links import HELD, TOKEN, invitation_link
from suivi.common.pages import page
from suivi.common.refusals import too_many

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def new_invitation(request: MemberRequest) -> HttpResponse:
    """Ask whom to invite as what, then show the link: this once, and therefore in the answer itself."""
    can_keep_people(request.membership).require()
    form = InvitationForm(request.POST or None, coalition=request.membership.coalition)
    if not form.is_valid():
        return page(request, "coalitions/invite.html", {"form": form}, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("meant_for", "role_key", "organisation", "language")}
    invitation, token = invite(**told, at=timezone.now(), by=request.membership)
    return _hand_over(request, invitation, token)


@require_POST
def vouch(request: MemberRequest) -> HttpResponse:
    """Stand behind the invitations that were picked."""
    can_vouch(request.membership).require()
    now = timezone.now()
    picked = unvouched_invitations(request.membership, now).filter(key__in=request.POST.getlist("pick"))
    count = vouch_for(invitations=picked, at=now, by=request.membership)
    said = ngettext("You vouched for %(count)d invitation.", "You vouched for %(count)d invitations.", count) % {
        "count": count
    }
    messages.success(request, said)
    return redirect("coalitions:waiting")


@require_POST
def choose_vouching(request: MemberRequest) -> HttpResponse:
    """Let the coalition ask for a second member at each invitation, or no longer ask."""
    can_keep_people(request.membership).require()
    coalition = set_vouching(asks=request.POST.get("asks") == "yes", by=request.membership)
    asks = _("From now on an invitation opens once a second member has vouched for it.")
    said = asks if coalition.asks_vouching else _("From now on an invitation opens at once.")
    messages.success(request, said)
    return redirect("coalitions:people")


@require_POST
def new_way_back(request: MemberRequest, key: str) -> HttpResponse:
    """Make a link by which a member who lost their way in comes back; show it this once."""
    can_keep_people(request.membership).require()
    whom = get_object_or_404(members_of(request.membership.coalition), key=key)
    invitation, token = open_way_back(whom=whom, at=timezone.now(), by=request.membership)
    return _hand_over(request, invitation, token)


@require_POST
def withdraw(request: MemberRequest, key: str) -> HttpResponse:
    """Close the door of an invitation."""
    can_keep_people(request.membership).require()
    now = timezone.now()
    invitation = get_object_or_404(open_invitations_of(request.membership.coalition, now), key=key)
    withdraw_invitation(invitation=invitation, at=now, by=request.membership)
    messages.success(request, _("The invitation for %(name)s opens nothing more.") % {"name": invitation.meant_for})
    return redirect("coalitions:people")


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: MemberRequest) -> HttpResponse:
    """Show what the invitation is for, and let its holder accept it: for their account, or with a new one."""
    if TOKEN in request.GET:
        return _take_token(request)
    invitation = invitation_with(request.session.get(HELD, ""))
    person = request.user if request.user.is_authenticated else None
    decision = can_accept_invitation(invitation, person, timezone.now())
    if not invitation or not decision:
        return page(request, "coalitions/no_invitation.html", {"sentence": decision.why}, status=404)
    if not ratelimit.consume(request, action="invitation"):
        return too_many(request)
    return _accept_for_me(request, invitation) if person else _accept_as_newcomer(request, invitation)


def _take_token(request: MemberRequest) -> HttpResponse:
    """Take the token out of the address, so that no referrer passes it on. Nothing is used up by looking."""
    request.session[HELD] = hash_of(request.GET[TOKEN])
    response = redirect("coalitions:accept")
    response.headers["Referrer-Policy"] = "no-referrer"
    invitation = invitation_with(request.session[HELD])
    opens = invitation and not request.user.is_authenticated and can_accept_invitation(invitation, None, timezone.now())
    return speak(response, invitation.language) if invitation and opens else response


def _accept_for_me(request: MemberRequest, invitation: Invitation) -> HttpResponse:
    if request.method != "POST":
        return page(request, "coalitions/accept.html", {"invitation": invitation})
    accept_invitation(invitation=invitation, at=timezone.now(), by=request.user)
    return _come_in(request, invitation)


def _accept_as_newcomer(request: MemberRequest, invitation: Invitation) -> HttpResponse:
    form = NewcomerForm(request.POST or None)
    if not form.is_valid():
        context = {"invitation": invitation, "form": form}
        return page(request, "coalitions/accept.html", context, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("name", "handle", "password")}
    language = get_language() or settings.LANGUAGE_CODE
    joined = accept_as_newcomer(invitation=invitation, at=timezone.now(), language=language, **told, by=told["name"])
    perform_login(request, joined.person)
    return _come_in(request, invitation)


def _come_in(request: MemberRequest, invitation: Invitation) -> HttpResponse:
    request.session.pop(HELD, None)
    request.session[CHOSEN] = invitation.coalition.key
    messages.success(request, _("Welcome. You belong to %(coalition)s now.") % {"coalition": invitation.coalition})
    return redirect("home:desk")


def _hand_over(request: MemberRequest, invitation: Invitation, token: str) -> HttpResponse:
    link = invitation_link(token)
    return page(request, "coalitions/hand_over.html", {"invitation": invitation, "link": link, "square": square(link)})
