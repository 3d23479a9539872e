"""Setting a consultation up, changing what it says of itself, and leading it from phase to phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.consultations.actions.agenda import lay_out
from suivi.consultations.models import Consultation
from suivi.consultations.permissions import can_run_consultation, can_set_up
from suivi.consultations.rules import TRANSITIONS, Kind, Phase, Room
from suivi.history.actions import tell
from suivi.timeline.actions import add_milestone, move_own_milestone, tick_own_milestone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.agendas import AgendaRow
    from suivi.record.models import Review

CHANGEABLE = ("title", "about", "begins_on", "ends_on", "place", "languages")


@transaction.atomic
def set_up_consultation(
    *,
    review: Review,
    title: str,
    kind: Kind,
    room: Room,
    begins_on: date,
    ends_on: date,
    at: datetime,
    about: str = "",
    place: str = "",
    languages: str = "",
    agenda: Sequence[AgendaRow] = (),
    by: Membership,
) -> Consultation:
    """Set a consultation up with an agenda to start from; its first day goes onto the coalition's calendar."""
    can_set_up(by).require()
    consultation = Consultation(coalition=by.coalition, review=review, kind=kind, room=room, set_up_at=at)
    consultation.title, consultation.about, consultation.place = title, about, place
    consultation.begins_on, consultation.ends_on, consultation.languages = begins_on, ends_on, languages
    if by.role.keeps_calendar:
        facts = {"title": title, "due_on": begins_on, "note": "", "organisation": None}
        consultation.milestone = add_milestone(review=review, **facts, at=at, by=by)  # type: ignore[arg-type]
    consultation.save(force_insert=True)
    lay_out(consultation=consultation, agenda=agenda, by=by)
    _told(consultation, "set_up_consultation", {"kind": kind, "room": room}, by)
    return consultation


@transaction.atomic
def change_consultation(
    *, consultation: Consultation, facts: dict[str, object], at: datetime, by: Membership
) -> Consultation:
    """Change what a consultation says of itself; `facts` are some of its title, days, place, languages and purpose."""
    can_run_consultation(by, consultation).require()
    fields = [name for name in CHANGEABLE if name in facts]
    for name in fields:
        setattr(consultation, name, facts[name])
    consultation.save(update_fields=fields)
    if consultation.milestone and by.role.keeps_calendar:
        title, day = consultation.title, consultation.begins_on
        move_own_milestone(milestone=consultation.milestone, title=title, due_on=day, at=at, by=by)
    _told(consultation, "change_consultation", {"fields": fields}, by)
    return consultation


@transaction.atomic
def move_on(*, consultation: Consultation, to: Phase, at: datetime, by: Membership) -> Consultation:
    """Lead a consultation to its next phase; where somebody did so already, nothing happens."""
    return _move(consultation, to, "move_on", at, by)


@transaction.atomic
def move_back(*, consultation: Consultation, to: Phase, at: datetime, by: Membership) -> Consultation:
    """Lead a consultation one phase back; where somebody did so already, nothing happens."""
    return _move(consultation, to, "move_back", at, by)


def _move(consultation: Consultation, to: Phase, verb: str, at: datetime, by: Membership) -> Consultation:
    can_run_consultation(by, consultation).require()
    current = Consultation.objects.select_for_update(of=("self",)).select_related("coalition", "review", "milestone")
    consultation = current.get(pk=consultation.pk)
    if TRANSITIONS[Phase(consultation.phase)].get(to) == verb:
        consultation.phase, consultation.closed_at = to, at if to == Phase.CLOSED else None
        consultation.save(update_fields=["phase", "closed_at"])
        if consultation.milestone and by.role.keeps_calendar:
            began = min(consultation.begins_on, at.date()) if to != Phase.GATHER else None
            tick_own_milestone(milestone=consultation.milestone, done_on=began, at=at, by=by)
        _told(consultation, verb, {"phase": to}, by)
    return consultation


def _told(consultation: Consultation, verb: str, details: dict[str, object], by: Membership) -> None:
    tell(verb=verb, thing=f"consultation:{consultation.key}", coalition=by.coalition.key, details=details, by=by)
