"""What was told in a coalition; and whether the chain still holds: nothing edited, dropped, inserted or swapped."""

from __future__ import annotations

from dataclasses import dataclass

from suivi.history.models import Event, EventQuerySet, Head
from suivi.history.rules import BEGINNING, chained_hash


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events were checked, the head's hash, and the first number that does not hold (None: all hold)."""

    checked: int
    head: str
    broken_at: int | None


def told_in(coalition: str, thing: str = "") -> EventQuerySet:
    """Return what was told in a coalition (its key), newest first; all of it, or about one thing."""
    found = Event.objects.of_coalition(coalition)
    return (found.about(thing) if thing else found).order_by("-sequence")


def verify_chain() -> Verdict:
    """Walk the whole chain once, in bounded memory."""
    previous, expected = BEGINNING, 1
    for event in Event.objects.order_by("sequence").iterator(2000):
        honest = chained_hash(
            previous=previous, sequence=event.sequence, at=event.at, actor=event.actor, coalition=event.coalition,
            verb=event.verb, thing=event.thing, details=event.details,
        )  # fmt: skip
        if (event.sequence, event.previous_hash, event.hash) != (expected, previous, honest):
            return Verdict(expected - 1, previous, expected)
        previous, expected = event.hash, expected + 1
    head = Head.objects.filter(id=1).first() or Head()
    broken = expected if (head.sequence, head.hash) != (expected - 1, previous) else None
    return Verdict(expected - 1, previous, broken)
