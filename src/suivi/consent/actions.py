"""Deciding: drafting a motion, putting it to everybody, giving a voice, amending, and writing down what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from suivi.common.decisions import refused
from suivi.consent.models import Motion, Voice, Wording
from suivi.consent.permissions import can_amend, can_change, can_give_voice, can_move, can_open, can_put_motions
from suivi.consent.queries.motions import tally_of
from suivi.consent.rules.outcome import judged, state_after
from suivi.consent.rules.words import Choice, MotionState
from suivi.consent.sentences import AMENDED, GIVE_YOUR_REASON
from suivi.discussions.actions.strategies import adopt_strategy
from suivi.history.actions import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation, Participant
    from suivi.record.models import Recommendation


@transaction.atomic
def draft_motion(
    *,
    consultation: Consultation,
    facts: Mapping[str, Any],
    text: str,
    explanation: str,
    recommendations: Sequence[Recommendation],
    at: datetime,
    by: Membership,
) -> Motion:
    """Draft a motion; nobody is asked yet. `facts` are its title, what it is about, and how voices are counted."""
    can_put_motions(by, consultation).require()
    motion = Motion.objects.create(consultation=consultation, drafted_at=at, **facts)
    motion.recommendations.set(recommendations)
    _word(motion, text=text, explanation=explanation, answers="", at=at, by=by)
    return _told(motion, "draft_motion", {"recommendations": len(recommendations)}, by)


@transaction.atomic
def change_motion(
    *,
    motion: Motion,
    facts: Mapping[str, Any],
    text: str,
    explanation: str,
    recommendations: Sequence[Recommendation],
    at: datetime,
    by: Membership,
) -> Motion:
    """Change a draft."""
    current = _locked(motion)
    can_change(by, current).require()
    for name, value in facts.items():
        setattr(current, name, value)
    current.save(update_fields=list(facts))
    current.recommendations.set(recommendations)
    told = {"text": text, "explanation": explanation, "written_by": by, "written_at": at}
    current.wordings.filter(number=current.wording).update(**told)
    return _told(current, "change_motion", {"fields": sorted([*facts, "text", "explanation"])}, by)


@transaction.atomic
def open_motion(*, motion: Motion, at: datetime, by: Membership) -> Motion:
    """Put a motion to everybody, until its time is over."""
    current = _locked(motion)
    can_open(by, current, at).require()
    current.state, current.opened_at = MotionState.OPEN, at
    current.save(update_fields=["state", "opened_at"])
    return _told(current, "open_motion", {"wording": current.wording}, by)


@transaction.atomic
def give_voice(*, motion: Motion, choice: Choice, reason: str, printed: str, at: datetime, by: Participant) -> Voice:
    """Give one's voice, or that of one's organisation, to the wording of `motion`; a later one replaces an earlier one.

    Refused where the motion was amended in the meantime: nobody speaks on words they have not read.
    """
    current = _locked(motion)
    can_give_voice(by, current, at).require()
    if motion.wording != current.wording:
        refused(AMENDED).require()
    if choice == Choice.OBJECT and not reason.strip():
        refused(GIVE_YOUR_REASON).require()
    wording = current.wordings.get(number=current.wording)
    whose = {"organisation": by.organisation} if current.by_organisation else {"participant": by}
    told = {"choice": choice, "reason": reason.strip(), "printed": printed, "given_by": by, "given_at": at}
    return Voice.objects.update_or_create(wording=wording, **whose, defaults=told)[0]


@transaction.atomic
def amend_motion(
    *, motion: Motion, text: str, explanation: str, answers: str, closes_at: datetime, at: datetime, by: Membership
) -> Motion:
    """Put a motion in other words: every voice is asked for again, and what was said before stays to be read."""
    current = _locked(motion)
    can_amend(by, current, closes_at, at).require()
    current.wording += 1
    current.state, current.closes_at, current.opened_at = MotionState.OPEN, closes_at, at
    current.closed_at, current.outcome, current.entitled = None, "", None
    current.save()
    _word(current, text=text, explanation=explanation, answers=answers, at=at, by=by)
    return _told(current, "amend_motion", {"wording": current.wording}, by)


@transaction.atomic
def close_motion(
    *,
    motion: Motion,
    statement: str,
    review_on: date | None,
    despite_objections: bool = False,
    at: datetime,
    by: Membership,
) -> Motion:
    """Write down what came of a motion, now or after its time; what was decided about a strategy adopts it."""
    current = _locked(motion)
    can_move(by, current, "close_motion").require()
    tally = tally_of(current)
    outcome = judged(tally, despite_objections=despite_objections)
    current.state, current.outcome, current.entitled = state_after(outcome), outcome, tally.entitled
    current.closed_at = min(at, current.closes_at)
    current.statement, current.review_on = statement, review_on
    current.save()
    if current.state == MotionState.DECIDED and current.strategy and current.strategy.is_open:
        adopt_strategy(strategy=current.strategy, at=at, by=by)
    return _told(current, "close_motion", {"outcome": str(outcome), "wording": current.wording}, by)


@transaction.atomic
def withdraw_motion(*, motion: Motion, at: datetime, by: Membership) -> Motion:
    """Withdraw a motion; what was said on it stays to be read."""
    current = _locked(motion)
    can_move(by, current, "withdraw_motion").require()
    current.state, current.closed_at = MotionState.WITHDRAWN, at
    current.save(update_fields=["state", "closed_at"])
    return _told(current, "withdraw_motion", {}, by)


def _locked(motion: Motion) -> Motion:
    """Return the motion as it stands now, locked: no voice comes in while it is closed, and nobody closes it twice."""
    rows = Motion.objects.select_for_update(of=("self",)).select_related("consultation__coalition", "strategy")
    return rows.get(pk=motion.pk)


def _word(motion: Motion, *, text: str, explanation: str, answers: str, at: datetime, by: Membership) -> Wording:
    told = {"text": text, "explanation": explanation, "answers": answers, "written_by": by, "written_at": at}
    return motion.wordings.create(number=motion.wording, **told)


def _told(motion: Motion, verb: str, details: dict[str, Any], by: Membership) -> Motion:
    tell(verb=verb, thing=f"motion:{motion.key}", coalition=by.coalition.key, details=details, by=by)
    return motion
