"""The chain: whatever is edited, dropped, inserted, moved or cut off is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction

from suivi.history.actions import tell
from suivi.history.models import Event, Head
from suivi.history.queries import verify_chain
from suivi.history.rules import chained_hash

pytestmark = pytest.mark.django_db

LENGTH = 12
TRIES = 200
COLUMNS = ("actor", "coalition", "verb", "thing", "previous_hash", "hash")


@pytest.fixture
def chain() -> None:
    """Tell a dozen events."""
    for number in range(LENGTH):
        tell(
            verb="invite", thing=f"invitation:{number}", coalition="k3y", details={"role": number}, by=f"Mara {number}"
        )


def _sql(statement: str, *words: str | int | datetime) -> None:
    """Change the table behind the back of the models, as somebody with the database in their hands would."""
    with connection.cursor() as cursor:
        cursor.execute(statement, words)


def _edit(random: Random) -> None:
    column, row = random.choice(COLUMNS), random.randint(1, LENGTH)
    # The names of columns are our own.
    _sql(f"UPDATE history_event SET {column} = %s WHERE sequence = %s", "forged", row)  # noqa: S608


def _edit_details(random: Random) -> None:
    _sql("UPDATE history_event SET details = %s WHERE sequence = %s", '{"role": 99}', random.randint(1, LENGTH))


def _edit_moment(random: Random) -> None:
    event = Event.objects.get(sequence=random.randint(1, LENGTH))
    _sql("UPDATE history_event SET at = %s WHERE sequence = %s", event.at - timedelta(days=1), event.sequence)


def _drop(random: Random) -> None:
    _sql("DELETE FROM history_event WHERE sequence = %s", random.randint(1, LENGTH - 1))


def _drop_and_close_the_gap(random: Random) -> None:
    row = random.randint(1, LENGTH - 1)
    _sql("DELETE FROM history_event WHERE sequence = %s", row)
    for later in range(row + 1, LENGTH + 1):
        _sql("UPDATE history_event SET sequence = %s WHERE sequence = %s", later - 1, later)
    _sql("UPDATE history_head SET sequence = %s", LENGTH - 1)


def _insert(random: Random) -> None:
    """Put an event with an honest hash of its own between two others."""
    row = random.randint(1, LENGTH)
    before = Event.objects.get(sequence=row)
    for later in range(LENGTH, row, -1):
        _sql("UPDATE history_event SET sequence = %s WHERE sequence = %s", later + 1, later)
    told: dict[str, Any] = {
        "sequence": row + 1, "at": datetime(2026, 1, 1, tzinfo=UTC), "actor": "forged", "coalition": "k3y",
        "verb": "invite", "thing": "x", "details": {},
    }  # fmt: skip
    honest = chained_hash(previous=before.hash, **told)
    Event(previous_hash=before.hash, hash=honest, **told).save(force_insert=True)
    _sql("UPDATE history_head SET sequence = %s", LENGTH + 1)


def _swap(random: Random) -> None:
    one, other = sorted(random.sample(range(1, LENGTH + 1), 2))
    for start, end in ((one, 0), (other, one), (0, other)):
        _sql("UPDATE history_event SET sequence = %s WHERE sequence = %s", end, start)


def _cut_the_tail(random: Random) -> None:
    _sql("DELETE FROM history_event WHERE sequence > %s", random.randint(0, LENGTH - 1))


TAMPERINGS: tuple[Callable[[Random], None], ...] = (
    _edit, _edit_details, _edit_moment, _drop, _drop_and_close_the_gap, _insert, _swap, _cut_the_tail
)  # fmt: skip


def test_an_honest_chain_holds(chain: None) -> None:
    verdict = verify_chain()
    assert (verdict.checked, verdict.broken_at, verdict.head) == (LENGTH, None, Head.objects.get().hash)


def test_no_history_at_all_holds() -> None:
    assert verify_chain().broken_at is None


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__.strip("_"))
def test_every_tampering_is_found(chain: None, tamper: Callable[[Random], None]) -> None:
    random = Random(tamper.__name__)  # noqa: S311  a choice of rows to spoil, not a secret
    found = 0
    for _each in range(TRIES // len(TAMPERINGS)):
        with transaction.atomic():
            tamper(random)
            found += verify_chain().broken_at is not None
            transaction.set_rollback(True)
    assert found == TRIES // len(TAMPERINGS)
    assert verify_chain().broken_at is None


def test_the_first_event_that_does_not_hold_is_named(chain: None) -> None:
    _sql("UPDATE history_event SET actor = 'forged' WHERE sequence = 7")
    verdict = verify_chain()
    assert (verdict.broken_at, verdict.checked) == (7, 6)


def test_a_chain_rewritten_from_end_to_end_has_another_head_to_compare(chain: None) -> None:
    """Whoever rewrites everything is found only by a head kept elsewhere; the verdict gives it."""
    before = verify_chain().head
    events = list(Event.objects.all())
    _sql("DELETE FROM history_event")
    _sql("DELETE FROM history_head")
    for event in events:
        tell(verb=event.verb, thing=event.thing, coalition="k3y", details=event.details, at=event.at, by="forged")
    assert verify_chain().broken_at is None
    assert verify_chain().head != before


def test_events_cannot_be_changed_or_removed_through_the_models(chain: None) -> None:
    with pytest.raises(TypeError, match="only added to"):
        Event.objects.update(actor="forged")
    with pytest.raises(TypeError, match="only added to"):
        Event.objects.filter(sequence=1).delete()
    event = Event.objects.get(sequence=1)
    with pytest.raises(TypeError, match="only added to"):
        event.save()
    with pytest.raises(TypeError, match="only added to"):
        event.delete()


def test_an_action_whose_history_cannot_be_told_does_not_happen(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_words: object, **_named: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Event, "save", failing)
    with pytest.raises(OSError, match="disk is full"):
        tell(verb="invite", thing="x", by="Mara")
    assert not Head.objects.exists()
