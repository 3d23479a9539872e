"""The digest by mail: asking for it, stopping it, and stopping it by the link of a mail without signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from suivi.common.pages import page
from suivi.consultations.visits import for_participants, seated
from suivi.discussions.actions.post import give_post, stop_post
from suivi.discussions.forms.post import PostForm
from suivi.discussions.permissions import can_have_post
from suivi.discussions.queries.waiting import post_of, post_with

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from suivi.consultations.presence import VisitRequest


@for_participants
@require_http_methods(["GET", "HEAD", "POST"])
def post(request: VisitRequest, key: str) -> HttpResponse:
    """Give an address for the digest, another one, or take it away."""
    visit = request.visit
    kept = post_of(visit.participant)
    if kept and "stop" in request.POST:
        stop_post(post=kept, by=seated(request))
        messages.success(request, _("Your address is forgotten. No more digests come."))
        return redirect("discussions:post", key)
    may_have = can_have_post(visit)
    form = PostForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        may_have.require()
    if not form.is_valid():
        context = {"form": form, "kept": kept, "may_have": may_have}
        return page(request, "discussions/post.html", context, status=400 if form.is_bound else 200)
    give_post(**form.cleaned_data, at=timezone.now(), by=seated(request))
    messages.success(request, _("Kept. The digest comes where there is news."))
    return redirect("discussions:post", key)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the digest of whoever holds its link: opening the page changes nothing, pressing the button does."""
    kept = post_with(token)
    if request.method == "POST" and kept:
        stop_post(post=kept, by=kept.participant)
    context = {"kept": kept, "stopped": request.method == "POST"}
    return page(request, "discussions/stop.html", context)
