"""Fills the demo's consultation with five motions: agreed, with one standing aside, amended, open, and not decided."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from suivi.coalitions.models import Membership
from suivi.consent.actions import amend_motion, close_motion, draft_motion, give_voice, open_motion
from suivi.consent.models import Motion
from suivi.consent.rules.words import Choice, Printed
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.queries import participants_of
from suivi.demo.priorities import find_recommendation
from suivi.demo.story import DATA
from suivi.discussions.models import Strategy

LETTERS = {"A": Choice.AGREE, "S": Choice.STAND_ASIDE, "O": Choice.OBJECT}
AGO = timedelta(days=2)
LASTS = timedelta(days=1)


def fill_decisions(*, consultation: Consultation, at: datetime, by: Membership) -> list[Motion]:
    """Put the motions that `data/decisions.toml` tells, with the voices of those who sit there.

    The consultation must stand at "decide".
    """
    told = tomllib.loads((DATA / "decisions.toml").read_text(encoding="utf-8"))["motion"]
    people = [each for each in participants_of(consultation) if not each.membership or each.membership.role.contributes]
    return [_decide(each, consultation, people, at, by) for each in told]


def _decide(
    told: dict[str, Any], consultation: Consultation, people: list[Participant], at: datetime, by: Membership
) -> Motion:
    begun = at - timedelta(hours=4) if "open_hours" in told else at - AGO
    closes_at = at + timedelta(hours=told["open_hours"]) if "open_hours" in told else at - LASTS
    motion = draft_motion(
        consultation=consultation,
        facts=_facts(told, consultation, closes_at),
        text=told["text"],
        explanation=told["explanation"],
        recommendations=[row for words in told.get("about", ()) if (row := find_recommendation(consultation, words))],
        at=begun,
        by=by,
    )
    motion = open_motion(motion=motion, at=begun, by=by)
    _speak(motion, told["voices"], told, people, begun)
    if "amended" in told:
        words = {"text": told["amended"], "explanation": told["explanation"], "answers": told["answers"]}
        motion = amend_motion(motion=motion, **words, closes_at=closes_at, at=begun + timedelta(hours=3), by=by)
        _speak(motion, told["voices_again"], told, people, begun + timedelta(hours=3))
    if "statement" not in told:
        return motion
    review_on = at.date() + timedelta(days=told["review_days"]) if "review_days" in told else None
    return close_motion(motion=motion, statement=told["statement"], review_on=review_on, at=closes_at, by=by)


def _facts(told: dict[str, Any], consultation: Consultation, closes_at: datetime) -> dict[str, Any]:
    kept = ("title", "about_priorities", "quorum", "quorum_in", "ballots")
    facts = {name: told[name] for name in kept if name in told} | {"closes_at": closes_at}
    if told.get("by_organisation"):
        facts["voice_of"] = "organisation"
    if told.get("strategy"):
        facts["strategy"] = Strategy.objects.open().filter(consultation=consultation).order_by("number").first()
    return facts


def _speak(motion: Motion, voices: str, told: dict[str, Any], people: Iterable[Participant], begun: datetime) -> None:
    reasons, printed = iter(told.get("reasons", ())), iter(told.get("printed", ()))
    speakers = _one_of_each(people) if motion.by_organisation else people
    for number, (letter, person) in enumerate(zip(voices, speakers, strict=False)):
        choice, at = LETTERS[letter], begun + timedelta(minutes=9 * number)
        dissents = choice != Choice.AGREE
        reason = next(reasons) if dissents else ""
        asked = next(printed, Printed.NOT) if dissents else Printed.NOT
        give_voice(motion=motion, choice=choice, reason=reason, printed=asked, at=at, by=person)


def _one_of_each(people: Iterable[Participant]) -> list[Participant]:
    """Return one person for each organisation."""
    return list({each.organisation_id: each for each in people if each.organisation_id}.values())
