"""Reads what is known of the meaning of a State's recommendations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import F, Q, QuerySet

from suivi.record.meaning.asks import Ask
from suivi.record.models import Meaning, Recommendation


def without_meaning(state: str, encoder: str) -> QuerySet[Recommendation]:
    """Return a State's recommendations that have no vector of this encoder, or one of another wording."""
    known = Q(meaning__encoder=encoder, meaning__fingerprint=F("fingerprint"))
    return Recommendation.objects.filter(review__state=state).exclude(known).order_by("pk")


def asks_by_cycle(state: str, encoder: str) -> Mapping[int, list[Ask]]:
    """Return what a State was asked in each cycle."""
    kept = Meaning.objects.filter(recommendation__review__state=state, encoder=encoder)
    found: dict[int, list[Ask]] = defaultdict(list)
    for meaning in kept.select_related("recommendation__review").order_by("recommendation__order"):
        asked = meaning.recommendation
        found[asked.review.cycle].append(Ask(asked.pk, bytes(meaning.vector), asked.text, asked.text_language))
    return found
