"""Freezing a colleague's place and opening it again, by two; and one's own wish for a time of silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suivi.coalitions.actions.freezing import (
    agree,
    agree_to_silence,
    ask_to_freeze,
    ask_to_unfreeze,
    set_silence,
    withdraw_ask,
)
from suivi.coalitions.forms import SilenceForm
from suivi.coalitions.models import Silence
from suivi.coalitions.permissions import can_keep_people
from suivi.coalitions.queries import members_of, places_of
from suivi.coalitions.queries.keeping import asks_of
from suivi.coalitions.rules.freezing import Wish
from suivi.common.decisions import refused

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest


@require_POST
def freeze(request: MemberRequest, key: str) -> HttpResponse:
    """Ask that a colleague's place be frozen."""
    can_keep_people(request.membership).require()
    whom = get_object_or_404(members_of(request.membership.coalition), key=key)
    ask_to_freeze(whom=whom, at=timezone.now(), by=request.membership)
    messages.success(request, _("You have asked. As soon as a second person agrees, the place is frozen."))
    return redirect("coalitions:member", key)


@require_POST
def unfreeze(request: MemberRequest, key: str) -> HttpResponse:
    """Ask that a frozen place be opened again."""
    can_keep_people(request.membership).require()
    whom = get_object_or_404(places_of(request.membership.coalition).frozen(), key=key)
    ask_to_unfreeze(whom=whom, at=timezone.now(), by=request.membership)
    messages.success(request, _("You have asked. As soon as a second person agrees, the place is open again."))
    return redirect("coalitions:member", key)


@require_POST
def agree_to_ask(request: MemberRequest, key: str) -> HttpResponse:
    """Agree, as the second person: it happens in this moment."""
    can_keep_people(request.membership).require()
    ask = get_object_or_404(asks_of(request.membership.coalition, timezone.now()), key=key)
    whom = agree(ask=ask, at=timezone.now(), by=request.membership)
    frozen = _("The place of %(name)s is frozen: sessions, invitations and calendar feeds ended with it.")
    opened = _("The place of %(name)s is open again. They sign in as before.")
    messages.success(request, (frozen if ask.wish == Wish.FREEZE else opened) % {"name": whom.person})
    return redirect("coalitions:member", whom.key)


@require_POST
def take_ask_back(request: MemberRequest, key: str) -> HttpResponse:
    """Take back what one asked, or decline what another asked."""
    can_keep_people(request.membership).require()
    ask = get_object_or_404(asks_of(request.membership.coalition, timezone.now()), key=key)
    withdraw_ask(ask=ask, at=timezone.now(), by=request.membership)
    messages.success(request, _("Nothing was changed; nobody is asked any more."))
    return redirect("coalitions:member", ask.membership.key)


@require_POST
def wish_silence(request: MemberRequest) -> HttpResponse:
    """Wish to be frozen after a time of silence, or no longer wish it."""
    if not request.membership:
        refused(_("You belong to no coalition yet. Ask a coordinator for an invitation.")).require()
    form = SilenceForm(request.POST)
    if form.is_valid():
        set_silence(days=form.cleaned_data["days"] or None, at=timezone.now(), by=request.membership)
        asked = _("It holds once somebody who keeps people has agreed. Tell one of them.")
        messages.success(request, asked if form.cleaned_data["days"] else _("You are never frozen for your silence."))
    return redirect("coalitions:me")


@require_POST
def agree_silence(request: MemberRequest, key: str) -> HttpResponse:
    """Agree that a colleague is frozen after a time of silence."""
    can_keep_people(request.membership).require()
    whom = get_object_or_404(members_of(request.membership.coalition), key=key)
    silence = get_object_or_404(Silence.objects.select_related("membership__coalition"), membership=whom)
    agree_to_silence(silence=silence, at=timezone.now(), by=request.membership)
    messages.success(request, _("It holds from now on."))
    return redirect("coalitions:member", key)
