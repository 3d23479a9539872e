"""Writing the minutes: naming the rapporteur, a note in its place, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from suivi.history.actions import tell
from suivi.minutes.models import Minutes, Note, NoteVersion
from suivi.minutes.permissions import can_agree, can_write
from suivi.minutes.queries.facts import facts_of
from suivi.minutes.rules import TRANSITIONS, MinutesState, Part

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation, Session


class Noted(NamedTuple):
    """The note as it stands now, and whether it is what was written; if not, somebody else was faster."""

    note: Note
    kept: bool


@transaction.atomic
def name_rapporteur(*, consultation: Consultation, whom: Membership | None, by: Membership) -> Minutes:
    """Name who writes the minutes, or (None) nobody in particular."""
    can_agree(by, consultation).require()
    minutes = _minutes(consultation)
    minutes.rapporteur = whom
    minutes.save(update_fields=["rapporteur"])
    return _told(minutes, "name_rapporteur", {"membership": whom.key if whom else ""}, by)


@transaction.atomic
def write_note(
    *,
    consultation: Consultation,
    part: Part,
    session: Session | None,
    text: str,
    based_on: int,
    at: datetime,
    by: Membership,
) -> Noted:
    """Write into one place of the minutes, having read its version `based_on`.

    Where somebody else wrote there meanwhile, their words stay, and the note comes back as not kept. Every text that
    stood there is kept.
    """
    minutes = _minutes(consultation)
    can_write(by, consultation, minutes).require()
    notes = Note.objects.select_for_update(of=("self",))
    note, _made = notes.get_or_create(minutes=minutes, part=part, session=session)
    if note.version != based_on and note.text != text:
        return Noted(note, kept=False)
    if note.text != text:
        note.text, note.version, note.changed_by, note.changed_at = text, note.version + 1, str(by.person), at
        note.save()
        NoteVersion.objects.create(note=note, version=note.version, text=text, made_by=note.changed_by, made_at=at)
        _told(minutes, "write_note", {"part": part, "session": session.key if session else ""}, by)
    return Noted(note, kept=True)


@transaction.atomic
def agree_minutes(*, consultation: Consultation, at: datetime, by: Membership) -> Minutes:
    """Record that the minutes are agreed, and keep the facts of this moment."""
    return _set(consultation, MinutesState.AGREED, "agree_minutes", at, by)


@transaction.atomic
def reopen_minutes(*, consultation: Consultation, at: datetime, by: Membership) -> Minutes:
    """Open agreed minutes again; their facts are read afresh from then on."""
    return _set(consultation, MinutesState.DRAFT, "reopen_minutes", at, by)


def _set(consultation: Consultation, state: MinutesState, verb: str, at: datetime, by: Membership) -> Minutes:
    can_agree(by, consultation).require()
    minutes = _minutes(consultation)
    if TRANSITIONS[MinutesState(minutes.state)].get(state) != verb:
        return minutes
    agreed = state == MinutesState.AGREED
    minutes.state, minutes.agreed_at = state, at if agreed else None
    minutes.facts = facts_of(consultation, at).as_json() if agreed else None
    minutes.save(update_fields=["state", "agreed_at", "facts"])
    return _told(minutes, verb, {}, by)


def _minutes(consultation: Consultation) -> Minutes:
    """Return the minutes, locked; they begin when they are first touched."""
    locked = Minutes.objects.select_for_update(of=("self",))
    return locked.get_or_create(consultation=consultation)[0]


def _told(minutes: Minutes, verb: str, details: dict[str, object], by: Membership) -> Minutes:
    thing = f"minutes:{minutes.consultation.key}"
    tell(verb=verb, thing=thing, coalition=by.coalition.key, details=details, by=by)
    return minutes
