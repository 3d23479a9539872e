"""Reads a review for suggestions: a category and issues of each recommendation, and who asks the same. No database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched

import coding
from suivi.clusters.alike import groups
from suivi.clusters.rules.words import About
from suivi.common.jobs.work import Progress
from suivi.record.meaning.asks import Ask
from suivi.record.meaning.encoder import Encoder
from suivi.record.meaning.vectors import packed
from suivi.record.models import Meaning, Recommendation

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Suggested:
    """One suggestion, before it is written down."""

    recommendation: int
    about: About
    value: str
    confidence: float
    model: str


def read(recommendations: Sequence[Recommendation], encoder: Encoder, progress: Progress) -> list[Suggested]:
    """Return everything that the models suggest of these recommendations; each batch tells how far it is."""
    found: list[Suggested] = []
    for done, batch in enumerate(batched(recommendations, AT_ONCE, strict=False)):
        progress.tell(done * AT_ONCE, len(recommendations))
        found += _coded(batch)
    return found + list(_same(recommendations, encoder))


def _coded(batch: Sequence[Recommendation]) -> Iterator[Suggested]:
    for each, coded in zip(batch, coding.code([each.wording for each in batch]), strict=True):
        yield Suggested(each.pk, About.ACTION, str(coded.action), coded.action_confidence, coded.model)
        for issue in coded.issues:
            yield Suggested(each.pk, About.ISSUE, issue.name, issue.confidence, coded.model)


def _same(recommendations: Sequence[Recommendation], encoder: Encoder) -> Iterator[Suggested]:
    keys = {each.pk: each.key for each in recommendations}
    for group in groups(_asks(recommendations, encoder)):
        anchor = keys[group[0][0]]
        for key, likeness in group:
            yield Suggested(key, About.DUPLICATE, anchor, likeness, encoder.name)


def _asks(recommendations: Sequence[Recommendation], encoder: Encoder) -> list[Ask]:
    """Return what each asks, with the vector that is kept, else one made now."""
    rows = Meaning.objects.filter(recommendation__in=recommendations, encoder=encoder.name)
    kept = {row.recommendation_id: bytes(row.vector) for row in rows}
    missing = [each for each in recommendations if each.pk not in kept]
    if missing:
        vectors = packed(encoder.encode([each.text for each in missing]))
        kept |= {each.pk: vector for each, vector in zip(missing, vectors, strict=True)}
    return [Ask(each.pk, kept[each.pk], each.text, each.text_language) for each in recommendations]
