"""Handing over what one holds to a colleague, who accepts it or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from suivi.coalitions.actions.handing import (
    accept_hand_over,
    decline_hand_over,
    offer_hand_over,
    withdraw_hand_over,
)
from suivi.coalitions.forms import HandOverForm
from suivi.coalitions.permissions import can_see_people
from suivi.coalitions.permissions.keeping import can_hand_over, can_hand_over_to
from suivi.coalitions.queries import memberships_of
from suivi.coalitions.queries.keeping import hand_over_of, hand_overs_to, held_by
from suivi.coalitions.rules.opening import opened_by
from suivi.common.pages import page

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: MemberRequest, key: str) -> HttpResponse:
    """Show what one holds in a coalition, and offer it to somebody."""
    mine = get_object_or_404(memberships_of(request.user), coalition__key=key)
    can_see_people(mine).require()
    now, may_offer = timezone.now(), can_hand_over(mine)
    form = HandOverForm(request.POST or None, giver=mine)
    if form.is_valid():
        taker = form.cleaned_data["taker"]
        decision = can_hand_over_to(mine, taker)
        if decision:
            offer_hand_over(taker=taker, leaves=form.cleaned_data["leaves"], at=now, by=mine)
            said = _("You have offered it to %(name)s. Until they accept, nothing changes.")
            messages.success(request, said % {"name": taker.person})
            return redirect("coalitions:hand_over", key)
        form.add_error("taker", str(decision.why))
    context = {
        "mine": mine,
        "form": form,
        "may_offer": may_offer,
        "offer": hand_over_of(mine, now),
        "opens": opened_by(mine.role),
        "held": held_by(mine, now),
    }
    return page(request, "coalitions/hand_over_all.html", context, status=400 if form.errors else 200)


@require_POST
def accept_offer(request: MemberRequest, key: str) -> HttpResponse:
    """Take over what a colleague offers."""
    can_see_people(request.membership).require()
    offer = get_object_or_404(hand_overs_to(request.membership, timezone.now()), key=key)
    taker = accept_hand_over(offer=offer, at=timezone.now(), by=request.membership)
    messages.success(request, _("You are %(role)s now.") % {"role": taker.role_label})
    return redirect("coalitions:people")


@require_POST
def decline_offer(request: MemberRequest, key: str) -> HttpResponse:
    """Decline what a colleague offers."""
    can_see_people(request.membership).require()
    offer = get_object_or_404(hand_overs_to(request.membership, timezone.now()), key=key)
    decline_hand_over(offer=offer, at=timezone.now(), by=request.membership)
    messages.success(request, _("Nothing was changed. Tell %(name)s.") % {"name": offer.giver.person})
    return redirect("coalitions:people")


@require_POST
def withdraw_offer(request: MemberRequest, key: str) -> HttpResponse:
    """Withdraw one's own offer."""
    mine = get_object_or_404(memberships_of(request.user), coalition__key=key)
    offer = hand_over_of(mine, timezone.now())
    if offer:
        withdraw_hand_over(offer=offer, at=timezone.now(), by=mine)
        messages.success(request, _("Your offer no longer stands."))
    return redirect("coalitions:hand_over", key)
