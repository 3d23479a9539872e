"""Where one is signed in: ending one session, or all but this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suivi.coalitions.actions.accounts import end_session, end_sessions, keep_session
from suivi.coalitions.queries import sessions_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest


@require_POST
def end_one_session(request: MemberRequest, number: int) -> HttpResponse:
    """End one of one's own sessions, on whatever device it is."""
    session = get_object_or_404(sessions_of(request.user, timezone.now()), pk=number)
    end_session(session=session, by=request.user)
    messages.success(request, _("That session has ended."))
    return redirect("coalitions:me")


@require_POST
def end_other_sessions(request: MemberRequest) -> HttpResponse:
    """End every session of one's own but this one."""
    end_all_but_this(request)
    messages.success(request, _("Every other session has ended."))
    return redirect("coalitions:me")


def end_all_but_this(request: MemberRequest) -> None:
    """End every session of whoever asks but this one, which goes on under a new key."""
    former = request.session.session_key or ""
    end_sessions(person=request.user, but=former, by=request.user)
    update_session_auth_hash(request, request.user)
    keep_session(former=former, now=request.session.session_key or "", by=request.user)
