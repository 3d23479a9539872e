"""Acts: what a phone sent under a mark of its own is noted, so that it is done once however often it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from suivi.consultations.models import Act, Participant

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def note_act(*, act: UUID, body_hash: str, at: datetime, by: Participant) -> tuple[Act, bool]:
    """Note an act inside the transaction that does it; return it, and whether it is new. Most are: so note it first."""
    try:
        with transaction.atomic():
            return Act.objects.create(participant=by, act=act, body_hash=body_hash, at=at), True
    except IntegrityError:
        return Act.objects.get(participant=by, act=act), False


def note_answer(*, act: Act, led_to: str, by: Participant) -> None:
    """Note where an act led, so that it leads there again when it comes again."""
    if led_to:
        Act.objects.filter(pk=act.pk, participant=by).update(led_to=led_to[:300])
