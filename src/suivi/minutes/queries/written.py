"""The minutes of a consultation as they read: part by part, facts first, then what the rapporteur wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from suivi.minutes.models import Minutes, Note
from suivi.minutes.queries.facts import Facts, facts_of
from suivi.minutes.rules import MinutesState, Part

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation


@dataclass(frozen=True, slots=True)
class SessionNote:
    """One session of the agenda as the minutes tell it: its facts, and what the rapporteur wrote under it."""

    told: dict[str, Any]
    starts_at: datetime
    ends_at: datetime
    note: Note | None


@dataclass(frozen=True, slots=True)
class Written:
    """The minutes, whole. `minutes` is None while nobody has touched them."""

    minutes: Minutes | None
    facts: Facts
    notes: dict[Part, Note]
    sessions: list[SessionNote]

    @property
    def is_agreed(self) -> bool:
        """Whether they are agreed, and their facts kept."""
        return self.minutes is not None and self.minutes.state == MinutesState.AGREED


def minutes_of(consultation: Consultation) -> Minutes | None:
    """Return the minutes of a consultation where somebody has begun them."""
    found = Minutes.objects.filter(consultation=consultation)
    return found.select_related("consultation__coalition", "rapporteur__person").first()


def written(consultation: Consultation, now: datetime) -> Written:
    """Return the minutes as they read at a moment: agreed ones with the facts of their day."""
    minutes = minutes_of(consultation)
    kept = minutes.facts if minutes and minutes.state == MinutesState.AGREED else None
    facts = Facts(**kept) if kept else facts_of(consultation, now)
    notes = list(Note.objects.filter(minutes=minutes).select_related("session")) if minutes else []
    by_session = {note.session.key: note for note in notes if note.session}
    return Written(
        minutes,
        facts,
        {Part(note.part): note for note in notes if note.session_id is None},
        [_session(told, by_session.get(told["key"])) for told in facts.sessions],
    )


def _session(told: dict[str, Any], note: Note | None) -> SessionNote:
    starts, ends = (datetime.fromisoformat(told[each]) for each in ("starts_at", "ends_at"))
    return SessionNote(told, starts, ends, note)
