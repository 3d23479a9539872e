"""What one phone shows: what is on, and what waits for whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.consent.models import Motion
from suivi.consent.queries.voices import open_for as motions_waiting_for
from suivi.consultations.permissions import can_now
from suivi.consultations.rules import Deed
from suivi.hall.queries import Programme, mark_of, programme_at, with_texts
from suivi.hall.rules import LOOK_AGAIN_PHONE
from suivi.opinions.queries.voting import asked_in_turn, map_of
from suivi.opinions.rules.maps import MapState
from suivi.priorities.queries.exercises import exercises_of
from suivi.priorities.queries.exercises import open_for as exercises_waiting_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from suivi.common.decisions import Decision
    from suivi.consultations.presence import Visit
    from suivi.opinions.models import OpinionMap, Statement
    from suivi.priorities.models import Exercise


@dataclass(frozen=True, slots=True)
class Asked:
    """The open opinion map, and what whoever visits is asked next: None where everything was answered.

    `later` is asked after that: a phone goes on with it where there is no line.
    """

    opinion_map: OpinionMap
    statement: Statement | None
    later: Sequence[Statement] = ()


@dataclass(frozen=True, slots=True)
class OnPhone:
    """What one phone shows. `mark` changes when something new came: not with each answer that is given from it."""

    visit: Visit
    programme: Programme
    asked: Asked | None
    motions: list[Motion]
    exercises: list[Exercise]
    may_say: Decision
    mark: str
    every: int = LOOK_AGAIN_PHONE


def on_phone(visit: Visit, at: datetime) -> OnPhone:
    """Return what the phone of whoever visits shows at a moment."""
    consultation, programme, asked = visit.consultation, programme_at(visit.consultation, at), asked_of(visit)
    motions, exercises = motions_for(visit, at), exercises_for(visit)
    waits = [
        (asked.opinion_map.question, asked.statement is None) if asked else (),
        *((motion.key, motion.wording) for motion in motions),
        *(exercise.key for exercise in exercises),
    ]
    mark = mark_of(consultation.title, consultation.phase, programme.told, waits)
    return OnPhone(visit, programme, asked, motions, exercises, can_now(visit, Deed.WRITE), mark)


def asked_of(visit: Visit) -> Asked | None:
    """Return what the opinion map asks whoever visits, or None while nothing is asked."""
    if not can_now(visit, Deed.VOTE):
        return None
    in_turn = asked_in_turn(visit.consultation, visit.participant)
    if in_turn:
        return Asked(in_turn[0].opinion_map, in_turn[0], in_turn[1:])
    opinion_map = map_of(visit.consultation)
    return Asked(opinion_map, None) if opinion_map and opinion_map.state == MapState.OPEN else None


def motions_for(visit: Visit, at: datetime) -> list[Motion]:
    """Return the motions that wait for the voice of whoever visits, each with `text`: its newest wording."""
    if not can_now(visit, Deed.VOICE):
        return []
    if visit.participant:
        return with_texts(motions_waiting_for(visit.participant, at))
    return with_texts(Motion.objects.open_at(at).filter(consultation=visit.consultation).order_by("closes_at", "id"))


def exercises_for(visit: Visit) -> list[Exercise]:
    """Return the exercises in which whoever visits has something left to do."""
    if not can_now(visit, Deed.SCORE) and not can_now(visit, Deed.SPREAD_DOTS):
        return []
    if visit.participant:
        return [each.exercise for each in exercises_waiting_for(visit.participant)]
    return list(exercises_of(visit.consultation).open())
