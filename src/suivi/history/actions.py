"""Tells an event. Called inside the transaction of the write it tells of: no history, no write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from suivi.history.models import Event, Head
from suivi.history.rules import chained_hash

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def tell(
    *,
    verb: str,
    thing: str,
    coalition: str = "",
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
    by: object,
) -> Event:
    """Add one event to the chain and return it.

    `thing` is a kind and a key, such as `review:SVN/3`; `details` holds ids and names of fields, never values that a
    person wrote; `by` is whoever acted: their name is kept as text.
    """
    head, _made = Head.objects.select_for_update().get_or_create(id=1)
    told: dict[str, Any] = {
        "sequence": head.sequence + 1,
        "at": at or timezone.now(),
        "actor": str(by)[:100],
        "coalition": coalition,
        "verb": verb,
        "thing": thing,
        "details": details or {},
    }
    told_hash = chained_hash(previous=head.hash, **told)
    event = Event(previous_hash=head.hash, hash=told_hash, **told)
    event.save(force_insert=True)
    head.sequence, head.hash = event.sequence, event.hash
    head.save()
    return event
