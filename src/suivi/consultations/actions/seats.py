"""Seats: taken by members, or without account by the code on the wall; given up, or taken away."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction

from suivi.coalitions.models import Organisation
from suivi.coalitions.queries import hash_of
from suivi.common.decisions import refused
from suivi.consultations.models import Consultation, Door, Participant
from suivi.consultations.permissions import can_run_consultation, can_take_seat, phase_allows
from suivi.consultations.queries import door_with
from suivi.consultations.rules import Deed
from suivi.consultations.sentences import NO_DOOR
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def take_seat(*, consultation: Consultation, at: datetime, by: Membership) -> Participant:
    """Give a member their seat, under the name that others know; whoever has one keeps it."""
    can_take_seat(by, consultation).require()
    seat, is_new = Participant.objects.get_or_create(
        consultation=consultation,
        membership=by,
        defaults={
            "name": by.person.name or by.person.handle,
            "organisation": by.organisation,
            "language": by.person.language,
            "joined_at": at,
        },
    )
    if seat.left_at:
        seat.left_at = None
        seat.save(update_fields=["left_at"])
    if is_new:
        _told(seat, "take_seat", by)
    return seat


@transaction.atomic
def take_seat_by_code(
    *, door: Door, name: str, language: str, organisation: str, at: datetime, by: object
) -> tuple[Participant, str]:
    """Give a seat to somebody without account who read the code; return it and the token that their browser keeps.

    The door lists no organisations: that would tell whoever reads the code who belongs to the coalition.
    """
    found = door_with(door.code, at)
    if not found:
        refused(NO_DOOR).require()
    phase_allows(door.consultation, Deed.JOIN).require()
    token = secrets.token_urlsafe(32)
    seat = Participant(consultation=door.consultation, name=name, language=language, joined_at=at)
    ours = Organisation.objects.filter(coalition=door.consultation.coalition_id, name__iexact=organisation.strip())
    seat.organisation, seat.token_hash = ours.first() if organisation else None, hash_of(token)
    seat.organisation_said = "" if seat.organisation else organisation
    seat.save(force_insert=True)
    _told(seat, "take_seat", by)
    return seat, token


@transaction.atomic
def leave_seat(*, at: datetime, by: Participant) -> None:
    """Give one's seat up; what was said stays, under the name it was said under."""
    by.left_at, by.token_hash = at, ""
    by.save(update_fields=["left_at", "token_hash"])
    _told(by, "leave_seat", by)


@transaction.atomic
def end_seat(*, participant: Participant, at: datetime, by: Membership) -> None:
    """Take a seat away from somebody who should not sit there."""
    can_run_consultation(by, participant.consultation).require()
    participant.left_at, participant.token_hash = at, ""
    participant.save(update_fields=["left_at", "token_hash"])
    _told(participant, "end_seat", by)


def _told(seat: Participant, verb: str, by: object) -> None:
    details = {"consultation": seat.consultation.key}
    coalition = seat.consultation.coalition.key
    tell(verb=verb, thing=f"participant:{seat.key}", coalition=coalition, details=details, by=by)
