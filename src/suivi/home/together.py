"""What waits for one member in the coalition's work together: the consultation that runs, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from suivi.consent.queries.voices import open_for as motions_for
from suivi.consultations.permissions import can_take_seat
from suivi.consultations.queries import running_consultation, seat_of
from suivi.consultations.rules import MAY, Deed, Phase
from suivi.discussions.queries.waiting import what_waits_for
from suivi.opinions.queries.voting import next_statement
from suivi.plans.queries.lines import activities_of
from suivi.priorities.queries.exercises import open_for as exercises_for

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.consent.models import Motion
    from suivi.consultations.models import Consultation, Participant
    from suivi.plans.models import Activity
    from suivi.priorities.queries.exercises import Waiting

AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Together:
    """What waits for a member. Without a seat nothing waits in the consultation but the seat itself."""

    consultation: Consultation | None = None
    has_seat: bool = False
    may_sit: bool = False
    news: int = 0
    has_statements: bool = False
    exercises: list[Waiting] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.consultation or self.activities)


def together(membership: Membership, now: datetime) -> Together:
    """Return what waits for a member, in a constant number of queries."""
    promised = activities_of(membership, until=timezone.localdate(now) + AHEAD)
    consultation = running_consultation(membership)
    if not consultation:
        return Together(activities=promised)
    seat = seat_of(consultation, membership=membership)
    if not seat:
        may_sit = bool(can_take_seat(membership, consultation))
        return Together(consultation, may_sit=may_sit, activities=promised)
    return _seated(consultation, seat, promised, now)


def _seated(consultation: Consultation, seat: Participant, promised: list[Activity], now: datetime) -> Together:
    """Ask only what the phase lets somebody do."""
    may = MAY[Phase(consultation.phase)]
    return Together(
        consultation,
        has_seat=True,
        news=what_waits_for(seat).count,
        has_statements=Deed.VOTE in may and next_statement(seat) is not None,
        exercises=exercises_for(seat) if Deed.SCORE in may else [],
        motions=motions_for(seat, now) if Deed.VOICE in may else [],
        activities=promised,
    )
