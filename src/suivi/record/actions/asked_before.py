"""Links recommendations to those of earlier cycles with the same ask. Done by the worker; may begin anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import batched

from django.db import transaction

from suivi.common.jobs.work import Progress
from suivi.history.actions import tell
from suivi.record.meaning.asks import Ask, same_asks
from suivi.record.meaning.encoder import Encoder
from suivi.record.meaning.vectors import packed
from suivi.record.models import AskedBefore, Meaning, Recommendation
from suivi.record.queries.meaning import asks_by_cycle, without_meaning

AT_ONCE = 200
"""Sentences encoded, and written, at a time."""


def link_asked_before(*, state: str, encoder: Encoder, progress: Progress, by: object) -> int:
    """Find, for all that a State was asked, what it was asked before; return how many links there are now."""
    missing = list(without_meaning(state, encoder.name))
    for done, batch in enumerate(batched(missing, AT_ONCE, strict=False)):
        progress.tell(done * AT_ONCE, len(missing))
        _keep_meaning(batch, encoder, progress)
    return _link(state, asks_by_cycle(state, encoder.name), progress, by)


@transaction.atomic
def _keep_meaning(batch: Sequence[Recommendation], encoder: Encoder, progress: Progress) -> None:
    progress.hold()
    vectors = packed(encoder.encode([each.text for each in batch]))
    Meaning.objects.bulk_create(
        [
            Meaning(recommendation=each, encoder=encoder.name, fingerprint=each.fingerprint, vector=vector)
            for each, vector in zip(batch, vectors, strict=True)
        ],
        update_conflicts=True,
        unique_fields=["recommendation"],
        update_fields=["encoder", "fingerprint", "vector"],
    )


@transaction.atomic
def _link(state: str, asks: Mapping[int, Sequence[Ask]], progress: Progress, by: object) -> int:
    progress.hold()
    AskedBefore.objects.filter(recommendation__review__state=state).delete()
    links = [
        AskedBefore(recommendation_id=later, earlier_id=earlier, similarity=likeness)
        for cycle, asked in asks.items()
        for later, earlier, likeness in same_asks(
            asked, [ask for before in asks if before < cycle for ask in asks[before]]
        )
    ]
    AskedBefore.objects.bulk_create(links, batch_size=500)
    tell(verb="link_asked_before", thing=f"state:{state}", details={"links": len(links)}, by=by)
    return len(links)
