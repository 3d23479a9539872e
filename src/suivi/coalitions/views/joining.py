"""One link for many: made and withdrawn, followed by whoever holds it, and those who wait behind it."""

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

from suivi.coalitions.actions.joining import (
    approve_newcomers,
    ask_as_newcomer,
    ask_to_join,
    decline_newcomers,
    open_join_link,
    withdraw_join_link,
)
from suivi.coalitions.forms import JoinForm, JoinLinkForm, WordForm
from suivi.coalitions.permissions import can_keep_people
from suivi.coalitions.permissions.doors import can_ask_to_join, can_invite_many
from suivi.coalitions.queries.doors import join_link_with, join_links_of, newcomers_of
from suivi.coalitions.queries.signing import hash_of
from suivi.coalitions.squares import square
from suivi.coalitions.views.links import TOKEN, join_link
from suivi.common.pages import page
from suivi.common.refusals import too_many

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.models import JoinLink
    from suivi.coalitions.requests import MemberRequest

HELD = "join_link"


@require_http_methods(["GET", "HEAD", "POST"])
def new_link(request: MemberRequest) -> HttpResponse:
    """Ask what a link for several gives, then show it: this once, and therefore in the answer itself."""
    can_keep_people(request.membership).require()
    may_invite = can_invite_many(request.membership)
    form = JoinLinkForm(request.POST or None, coalition=request.membership.coalition)
    if not form.is_valid():
        context = {"form": form, "may_invite": may_invite}
        return page(request, "coalitions/new_link.html", context, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("meant_for", "role_key", "organisation", "places", "days")}
    made, token = open_join_link(**told, at=timezone.now(), by=request.membership)
    link = join_link(token)
    return page(request, "coalitions/hand_out.html", {"made": made, "link": link, "square": square(link)})


@require_POST
def withdraw_link(request: MemberRequest, key: str) -> HttpResponse:
    """Let nobody else ask by a link."""
    can_keep_people(request.membership).require()
    link = get_object_or_404(join_links_of(request.membership.coalition, timezone.now()), key=key)
    withdraw_join_link(link=link, at=timezone.now(), by=request.membership)
    messages.success(request, _("Nobody else can ask by the link for %(name)s.") % {"name": link.meant_for})
    return redirect("coalitions:people")


@require_POST
def decide(request: MemberRequest) -> HttpResponse:
    """Let in, or decline, those who were picked."""
    can_keep_people(request.membership).require()
    picked = newcomers_of(request.membership.coalition).filter(key__in=request.POST.getlist("pick"))
    if request.POST.get("say") == "yes":
        joined = approve_newcomers(requests=picked, at=timezone.now(), by=request.membership)
        said = ngettext("%(count)d person is in now.", "%(count)d people are in now.", len(joined)) % {
            "count": len(joined)
        }
    else:
        count = decline_newcomers(requests=picked, by=request.membership)
        said = ngettext("%(count)d person was declined.", "%(count)d people were declined.", count) % {"count": count}
    messages.success(request, said)
    return redirect("coalitions:waiting")


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: MemberRequest) -> HttpResponse:
    """Let whoever holds a link for several ask to join: with their account, or with a new one."""
    if TOKEN in request.GET:
        request.session[HELD] = hash_of(request.GET[TOKEN])
        response = redirect("coalitions:join")
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
    link = join_link_with(request.session.get(HELD, ""))
    person = request.user if request.user.is_authenticated else None
    decision = can_ask_to_join(link, person, timezone.now())
    if not link or not decision:
        return page(request, "coalitions/no_invitation.html", {"sentence": decision.why}, status=404)
    if request.method == "POST" and not ratelimit.consume(request, action="invitation"):
        return too_many(request)
    return _ask_for_me(request, link) if person else _ask_as_newcomer(request, link)


def _ask_for_me(request: MemberRequest, link: JoinLink) -> HttpResponse:
    form = WordForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return page(request, "coalitions/join.html", {"link": link, "form": form, "is_known": True})
    ask_to_join(link=link, word=form.cleaned_data["word"], at=timezone.now(), by=request.user)
    return _wait(request)


def _ask_as_newcomer(request: MemberRequest, link: JoinLink) -> HttpResponse:
    form = JoinForm(request.POST or None)
    if not form.is_valid():
        context = {"link": link, "form": form, "is_known": False}
        return page(request, "coalitions/join.html", context, status=400 if form.is_bound else 200)
    told = {name: form.cleaned_data[name] for name in ("word", "name", "handle", "password")}
    language = get_language() or settings.LANGUAGE_CODE
    asked = ask_as_newcomer(link=link, language=language, **told, at=timezone.now(), by=told["name"])
    perform_login(request, asked.person)
    return _wait(request)


def _wait(request: MemberRequest) -> HttpResponse:
    request.session.pop(HELD, None)
    messages.success(request, _("You have asked to join. Somebody who knows you lets you in."))
    return redirect("home:desk")
