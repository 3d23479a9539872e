"""The door of a consultation: a code on the wall, opened and closed by those who run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.consultations.models import Consultation, Door
from suivi.consultations.permissions import can_run_consultation, phase_allows
from suivi.consultations.rules import DOOR_LASTS, Deed
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def open_door(*, consultation: Consultation, at: datetime, by: Membership) -> Door:
    """Open a door with a new code; a code that hung there before opens nothing more."""
    can_run_consultation(by, consultation).require()
    phase_allows(consultation, Deed.JOIN).require()
    Door.objects.filter(consultation=consultation, closed_at=None).update(closed_at=at)
    door = Door.objects.create(consultation=consultation, opened_at=at, closes_at=at + DOOR_LASTS)
    _told(consultation, "open_door", by)
    return door


@transaction.atomic
def close_door(*, consultation: Consultation, at: datetime, by: Membership) -> None:
    """Close the door; whoever sits inside stays."""
    can_run_consultation(by, consultation).require()
    if Door.objects.filter(consultation=consultation, closed_at=None).update(closed_at=at):
        _told(consultation, "close_door", by)


def _told(consultation: Consultation, verb: str, by: Membership) -> None:
    tell(verb=verb, thing=f"consultation:{consultation.key}", coalition=by.coalition.key, by=by)
