"""The secret address that carries a calendar away: make, withdraw, fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from suivi.common.pages import page
from suivi.timeline.actions import make_feed, withdraw_feed
from suivi.timeline.carrying import calendar_file
from suivi.timeline.queries import clock, feed_with, reviews_of_state

if TYPE_CHECKING:
    from django.http import HttpRequest

    from suivi.coalitions.requests import MemberRequest


@require_POST
def make(request: MemberRequest) -> HttpResponse:
    """Make a secret address and show it, this once."""
    token = make_feed(at=timezone.now(), by=request.membership)
    # The configured address, never that of the request: a forged host must not get into somebody's calendar.
    address = f"{settings.ADDRESS}{reverse('timeline:feed', args=(token,))}"
    return page(request, "timeline/feed.html", {"address": address, "coalition": request.membership.coalition})


@require_POST
def withdraw(request: MemberRequest) -> HttpResponse:
    """Let the secret address answer no more."""
    withdraw_feed(at=timezone.now(), by=request.membership)
    messages.success(request, _("The secret address answers no more. Calendars that used it will stop changing."))
    return redirect("timeline:calendar")


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the newest cycle's calendar to whoever knows the secret address; unknown, withdrawn, ended are all 404."""
    found = feed_with(token)
    if found is None:
        raise Http404
    membership = found.membership
    reviews = reviews_of_state(membership.coalition.state)
    if not reviews:
        raise Http404
    with override(membership.person.language or settings.LANGUAGE_CODE):
        now = clock(membership, reviews, reviews[0], timezone.localdate())
        content = calendar_file(now, membership, timezone.now())
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
