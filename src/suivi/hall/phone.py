"""What one phone shows: what is on, and what waits for whoever holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.consultations.permissions import can_now
from suivi.consultations.rules import Deed
from suivi.hall.queries import Programme, mark_of, programme_at
from suivi.hall.rules import LOOK_AGAIN_PHONE
from suivi.opinions.queries.voting import asked_in_turn, map_of
from suivi.opinions.rules.maps import MapState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from suivi.common.decisions import Decision
    from suivi.consultations.presence import Visit
    from suivi.opinions.models import OpinionMap, Statement


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
    may_say: Decision
    mark: str
    every: int = LOOK_AGAIN_PHONE


def on_phone(visit: Visit, at: datetime) -> OnPhone:
    """Return what the phone of whoever visits shows at a moment."""
    consultation, programme, asked = visit.consultation, programme_at(visit.consultation, at), asked_of(visit)
    waits = (asked.opinion_map.question, asked.statement is None) if asked else ()
    mark = mark_of(consultation.title, consultation.phase, programme.told, waits)
    return OnPhone(visit, programme, asked, can_now(visit, Deed.WRITE), mark)


def asked_of(visit: Visit) -> Asked | None:
    """Return what the opinion map asks whoever visits, or None while nothing is asked."""
    if not can_now(visit, Deed.VOTE):
        return None
    in_turn = asked_in_turn(visit.consultation, visit.participant)
    if in_turn:
        return Asked(in_turn[0].opinion_map, in_turn[0], in_turn[1:])
    opinion_map = map_of(visit.consultation)
    return Asked(opinion_map, None) if opinion_map and opinion_map.state == MapState.OPEN else None
