"""The long work of clusters, for the worker: suggestions for every recommendation of a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from suivi.clusters.actions.suggesting import write_suggestions
from suivi.coalitions.models import Coalition
from suivi.common.jobs.work import Progress, work
from suivi.common.lazily import lazily
from suivi.record.models import Recommendation, Review

if TYPE_CHECKING:
    from suivi.clusters import reading
    from suivi.record.meaning import encoder
else:
    # Pages start this work, and so load this room; what codes and compares is for the worker alone.
    reading = lazily("suivi.clusters.reading")
    encoder = lazily("suivi.record.meaning.encoder")


@work(attempts=3)
def suggest(progress: Progress, *, coalition: str, review: int) -> None:
    """Code every recommendation of a review, and gather those that ask the same."""
    chosen, whose = Review.objects.get(pk=review), Coalition.objects.get(key=coalition)
    recommendations = list(Recommendation.objects.filter(review=chosen).order_by("order"))
    found = reading.read(recommendations, encoder.SentenceEncoder(), progress)
    write_suggestions(coalition=whose, review=chosen, found=found, progress=progress, at=timezone.now(), by="suivi")
