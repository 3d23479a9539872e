"""All decisions of a consultation, and one motion with its voices; and giving one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from suivi.common.decisions import Refused
from suivi.common.pages import page
from suivi.consent.actions import give_voice
from suivi.consent.forms import VoiceForm
from suivi.consent.permissions import can_change, can_give_voice_now, can_open, can_put_motions
from suivi.consent.queries.motions import motions_of, standings_of, wordings_of
from suivi.consent.queries.voices import dissent_of, voice_of, voices_on
from suivi.consent.rules.words import Choice, MotionState
from suivi.consent.sentences import AMENDED
from suivi.consent.showing import shown
from suivi.consultations.once import exactly_once
from suivi.consultations.visits import VisitRequest, for_participants, seated
from suivi.discussions.rules.comparing import compared
from suivi.priorities.queries.joint import priorities_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from suivi.coalitions.models import Membership
    from suivi.consent.models import Motion, Wording
    from suivi.consent.queries.motions import Standing
    from suivi.consultations.models import Participant


@for_participants
@require_safe
def decisions(request: VisitRequest, key: str) -> HttpResponse:
    """Show every motion of a consultation and where it stands."""
    consultation = request.visit.consultation
    may_put = can_put_motions(request.visit.membership, consultation)
    found = standings_of(consultation, timezone.now(), drafts=bool(may_put))
    context = {
        "open": [each for each in found if each.is_open],
        "waiting": [each for each in found if each.waits_to_be_recorded],
        "drafts": [each for each in found if each.state == MotionState.DRAFTED],
        "over": [each for each in found if each.motion.state in _OVER],
        "may_put": may_put,
    }
    return page(request, "consent/decisions.html", context)


_OVER = (MotionState.DECIDED, MotionState.NOT_DECIDED, MotionState.WITHDRAWN)


@for_participants
@require_safe
def motion(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Show one motion: its words, its voices, and what came of it."""
    found, now = motion_of(request, thing), timezone.now()
    return page(request, "consent/motion.html", seen(request, found, now))


@for_participants
@require_POST
@exactly_once
def voice(request: VisitRequest, key: str, thing: str) -> HttpResponse:
    """Give one's voice; where it is refused, everything that was typed comes back."""
    found, now = motion_of(request, thing), timezone.now()
    form = VoiceForm(request.POST, motion=found)
    refusal, status = _given(request, found, form, now)
    if status:
        context = seen(request, found, now) | {"form": form, "refusal": refusal}
        return page(request, "consent/motion.html", context, status=status)
    messages.success(request, _("Your voice is kept. You can change it until the end."))
    return redirect("consent:motion", key, thing)


def _given(request: VisitRequest, found: Motion, form: VoiceForm, now: datetime) -> tuple[str, int]:
    """Give the voice; return why not and the status, or nothing."""
    may_speak = can_give_voice_now(request.visit, found, now)
    if not may_speak:
        return str(may_speak.why), 403
    if request.POST.get("wording", str(found.wording)) != str(found.wording):
        return str(AMENDED), 409
    if not form.is_valid():
        return "", 400
    told = {name: form.cleaned_data[name] for name in ("reason", "printed")}
    try:
        give_voice(motion=found, choice=Choice(form.cleaned_data["choice"]), **told, at=now, by=seated(request))
    except Refused as refused:
        return str(refused), 403
    return "", 0


def motion_of(request: VisitRequest, thing: str) -> Motion:
    """Return a motion of the consultation that is visited; drafts are missing for all but those who put motions."""
    found = motions_of(request.visit.consultation)
    if not can_put_motions(request.visit.membership, request.visit.consultation):
        found = found.exclude(state=MotionState.DRAFTED)
    return get_object_or_404(found, key=thing)


def whose(request: VisitRequest) -> Participant | Membership | None:
    """Return whose voice is meant: the participant's, or that of a member who has not taken a seat yet."""
    return request.visit.participant or request.visit.membership


def seen(request: VisitRequest, found: Motion, now: datetime) -> dict[str, Any]:
    """Return all that a motion's page shows to whoever visits."""
    wordings, membership = wordings_of(found), request.visit.membership
    mine = voice_of(found, whose(request))
    may_put = can_put_motions(membership, found.consultation)
    stands = shown(found, now, to_runners=bool(may_put))
    standing: Standing = stands["standing"]
    said = list(voices_on(found))
    initial = {"choice": mine.choice, "reason": mine.reason, "printed": mine.printed} if mine else {}
    return {
        **stands,
        "wording": wordings[0],
        "versions": _versions(wordings),
        "mine": mine,
        "before": _before(request, found) if not mine else None,
        "form": VoiceForm(initial=initial, motion=found),
        "may_speak": can_give_voice_now(request.visit, found, now),
        "may_put": may_put,
        "may_open": can_open(membership, found, now),
        "may_change": can_change(membership, found),
        "named": said if found.is_named else [],
        "reasons": [] if found.is_named else _reasons(said, standing, splits=stands["splits"]),
        "dissent": dissent_of(found) if not standing.is_open else [],
        "priorities": priorities_of(found.consultation) if found.about_priorities else [],
    }


def _reasons(said: list[Any], standing: Standing, *, splits: bool) -> list[Any]:
    """Return the reasons that can be read without names: objections always, so that they can be answered."""
    shown = {Choice.OBJECT, Choice.STAND_ASIDE} if splits and not standing.is_open else {Choice.OBJECT}
    return [each for each in said if each.choice in shown and each.reason]


def _before(request: VisitRequest, found: Motion) -> Any:
    """Return what the reader said to the wording before, where they have not spoken on the newest one."""
    if found.wording == 1:
        return None
    return voice_of(found, whose(request), wording=found.wording - 1)


def _versions(wordings: list[Wording]) -> list[tuple[Wording, Any]]:
    """Return each wording with what it changed in the one before it."""
    earlier = [*wordings[1:], None]
    return [
        (each, compared(former.text, each.text) if former else None)
        for each, former in zip(wordings, earlier, strict=True)
    ]
